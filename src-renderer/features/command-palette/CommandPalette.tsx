import { ChevronRight, FileText, Search, StickyNote } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { MarkedText } from '#ui/MarkedText.tsx';
import { hasShortcut, shortcutText } from '#ui/shortcut-text.ts';
import { findJumps, type FoundJump } from './find-jumps.ts';
import { useJumps, type Jump } from './use-jumps.ts';
import './command-palette.css';

/** A list that was asked for by name is short; without a name one looks through what there is. */
const FOUND = 50;
const TO_LOOK_THROUGH = 160;

export interface CommandPaletteProps {
  /** Keys of what was used last, the latest first. */
  readonly recent: readonly string[];
  /** `isFurther`: Ctrl was held, which opens a source in a tab of its own. */
  readonly onJump: (jump: Jump, isFurther: boolean) => void;
  readonly onClose: () => void;
}

/** Type a few letters of a command, a source, a code or a memo, Enter does it or goes there. */
export function CommandPalette({ recent, onJump, onClose }: CommandPaletteProps): ReactNode {
  const { t } = useTranslation('commandPalette');
  const center = useCommandCenter();
  const jumps = useJumps();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(
    () => findJumps(jumps, query, recent, query.trim() === '' ? TO_LOOK_THROUGH : FOUND),
    [jumps, query, recent],
  );
  const current = Math.min(at, Math.max(0, found.length - 1));
  const kind = found[current]?.target.kind;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const target = found[current]?.target;
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, current + step)));
    else if (event.key === 'Enter') {
      if (target) onJump(target, event.ctrlKey || event.metaKey);
    } else if (center.commandFor(event.nativeEvent, 'window') === 'commandPalette') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay
      className="jump-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="ui-popover jump">
        <Dialog className="jump-dialog" aria-label={t('label')}>
          <div className="jump-query">
            <Icon of={Search} />
            <input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
              autoFocus
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-haspopup="listbox"
              aria-autocomplete="list"
              aria-label={t('query')}
              aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
              placeholder={t('query')}
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className="jump-rows" role="listbox" id={listId} aria-label={t('found')}>
            {found.map((row, index) => (
              <JumpRow
                key={row.target.key}
                id={`${listId}-${index}`}
                row={row}
                isCurrent={index === current}
                onPoint={() => setAt(index)}
                onPick={(isFurther) => onJump(row.target, isFurther)}
              />
            ))}
          </div>
          {found.length === 0 && <p className="jump-note">{t('nothing', { query: query.trim() })}</p>}
          {kind && <p className="jump-note jump-foot">{t(`does.${kind}`, { keys: shortcutText('Mod+Enter') })}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const signs = { command: ChevronRight, source: FileText, memo: StickyNote };

interface JumpRowProps {
  readonly id: string;
  readonly row: FoundJump<Jump>;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (isFurther: boolean) => void;
}

function JumpRow({ id, row: { target, marks }, isCurrent, onPoint, onPick }: JumpRowProps): ReactNode {
  const { t } = useTranslation('commandPalette');
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isCurrent}
      className="jump-row"
      // Not on enter, and not on the move that Chromium makes up when something comes under a resting pointer.
      onPointerMove={(event) => {
        if (event.movementX !== 0 || event.movementY !== 0) onPoint();
      }}
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
    >
      <span className="jump-sign">
        {target.kind === 'code' ? <CodeMark {...target.mark} /> : <Icon of={signs[target.kind]} size={14} />}
      </span>
      <span className="jump-name">
        <MarkedText text={target.name} marks={marks} />
      </span>
      <span className="visually-hidden">{t(`kinds.${target.kind}`)}</span>
      <span className="jump-detail">{target.detail}</span>
      {target.kind === 'command' && <CommandKey command={target.id} />}
    </div>
  );
}

function CommandKey({ command }: { command: Extract<Jump, { kind: 'command' }>['id'] }): ReactNode {
  const key = useKeyOf(command);
  return hasShortcut(key) && <Kbd keys={key} />;
}
