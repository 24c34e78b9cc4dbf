import { CircleAlert, Keyboard } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Icon } from '#ui/Icon.tsx';
import { isModPressed, shortcutText } from '#ui/shortcut-text.ts';
import type { PressedKey } from './key-chord.ts';

export interface KeyRecorderProps {
  /** As printed; empty while nothing was pressed. */
  readonly heard: string;
  /** What is to be said about it. */
  readonly said: string;
  readonly isRefused: boolean;
  readonly onHear: (event: PressedKey) => void;
  /** Enter; with Shift beside what is there already. */
  readonly onEnter: (isAdded: boolean) => void;
  readonly onClear: () => void;
  readonly onEscape: () => void;
}

const MODIFIERS = new Set(['Shift', 'Alt', 'AltGraph', 'Control', 'Meta']);

/**
 * A field that hears keys instead of letters. It is an input, so that screen readers let keys through; only Tab still leaves
 * it.
 */
export function KeyRecorder(props: KeyRecorderProps): ReactNode {
  const { t } = useTranslation('shortcuts');
  const [held, setHeld] = useState('');
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A dialog over a dialog takes the focus itself first.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const isModifier = MODIFIERS.has(event.key);
    setHeld(isModifier ? heldNow(event) : '');
    if (isModifier) return;
    if (event.key === 'Escape' && isPlain) props.onEscape();
    else if (event.key === 'Enter' && isPlain) props.onEnter(event.shiftKey);
    else if (event.key === 'Backspace' && isPlain && !event.shiftKey) props.onClear();
    else props.onHear(event.nativeEvent);
  };

  return (
    <div className="key-recorder">
      <div className="ui-field">
        <Icon of={Keyboard} />
        <input
          ref={input}
          readOnly
          className="ui-input"
          aria-label={t('recorder')}
          aria-describedby={hintId}
          aria-invalid={props.isRefused}
          placeholder={t('press')}
          value={held === '' ? props.heard : `${held} …`}
          onKeyDown={onKeyDown}
          onKeyUp={() => setHeld('')}
          onBlur={() => setHeld('')}
        />
      </div>
      <p className="key-said" role="status" data-refused={props.isRefused || undefined}>
        {props.isRefused && <Icon of={CircleAlert} size={14} />}
        {props.said}
      </p>
      <p id={hintId} className="ui-hint">
        {props.heard !== '' && !props.isRefused ? t('enterHint') : t('recorderHint')}
      </p>
    </div>
  );
}

function heldNow(event: KeyboardEvent): string {
  const names = [
    isModPressed(event) ? 'Mod' : '',
    event.ctrlKey && !isModPressed(event) ? 'Ctrl' : '',
    event.metaKey && !isModPressed(event) ? 'Meta' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return names
    .filter((name) => name !== '')
    .map((name) => shortcutText(name))
    .join(' ');
}
