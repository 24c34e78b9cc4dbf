import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatList, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { KeyCaps } from '#ui/Kbd.tsx';
import { shortcutText } from '#ui/shortcut-text.ts';
import { hasOwnKeys, holdersOf, ownKeysOf, withKeys, withOwnKeys, type ChosenKeys } from './chosen-keys.ts';
import { commandList, type CommandId } from './command-list.ts';
import { chordsOf, heardChord, type PressedKey } from './key-chord.ts';
import { KeyRecorder } from './KeyRecorder.tsx';
import { refusalOf } from './reserved-keys.ts';
import { useChosenKeys } from './use-chosen-keys.ts';

/** What was pressed: the chord it is kept as, and all that the press could mean. */
interface Heard {
  readonly chord: string;
  readonly readings: readonly string[];
}

export interface KeysDialogProps {
  readonly command: CommandId;
  /** New keys for everybody, and what happened in words. */
  readonly onTake: (chosen: ChosenKeys, sentence: string) => void;
  readonly onClose: () => void;
}

/** The keys of one command: press others, add some, take some away, go back to those it came with. */
export function KeysDialog({ command, onTake, onClose }: KeysDialogProps): ReactNode {
  const { t } = useTranslation('shortcuts');
  const { t: common } = useTranslation('common');
  const { t: commands } = useTranslation('commands');
  const { now, chosen, isMac } = useChosenKeys();
  const [heard, setHeard] = useState<Heard | null>(null);
  const keys = now.get(command) ?? [];
  const own = ownKeysOf(command, isMac);
  const name = commands(command);
  const verdict = heard && judge(heard, command);

  function judge({ chord, readings }: Heard, id: CommandId): { readonly sentence: string; readonly isUsable: boolean } {
    const said = shortcutText(chord);
    const refusal = refusalOf(chord, commandList[id].scope, isMac);
    if (refusal) {
      const modifiers = { mod: shortcutText('Mod'), alt: shortcutText('Alt') };
      return { sentence: t(`refused.${refusal}`, { keys: said, ...modifiers }), isUsable: false };
    }
    if (keys.includes(chord)) return { sentence: t('same', { keys: said }), isUsable: false };
    const holders = holdersOf(readings, now, id);
    if (holders.length === 0) return { sentence: t('free', { keys: said }), isUsable: true };
    const names = formatList(holders.map((holder) => common('quoted', { name: commands(holder) })));
    const rest = holders.flatMap((holder) => now.get(holder) ?? []).filter((key) => !readings.includes(key));
    const sentence =
      rest.length === 0
        ? t('takenLast', { keys: said, commands: names })
        : t('takenOne', { keys: said, commands: names, rest: inWords(rest) });
    return { sentence, isUsable: true };
  }
  const give = (next: readonly string[], readings: readonly string[] = []): void => {
    const sentence =
      next.length === 0 ? t('nowHasNone', { command: name }) : t('nowHas', { command: name, keys: inWords(next) });
    onTake(withKeys(chosen, command, next, isMac, readings), sentence);
    setHeard(null);
  };
  const use = (isAdded: boolean): void => {
    if (!heard || !verdict?.isUsable) return;
    give(isAdded ? [...keys, heard.chord] : [heard.chord], heard.readings);
    onClose();
  };
  const reset = (): void => {
    onTake(withOwnKeys(chosen, command, isMac), t('nowHas', { command: name, keys: inWords(own) }));
    onClose();
  };
  const listen = (event: PressedKey): void => {
    const chord = heardChord(event, isMac);
    // AltGr is told as both Ctrl and Alt, and reads as nothing: said as what it is.
    if (chord === null)
      setHeard({ chord: `Mod+Alt+${event.key.length === 1 ? event.key.toUpperCase() : event.key}`, readings: [] });
    else setHeard({ chord, readings: chordsOf(event, isMac) });
  };

  return (
    <Dialog
      isOpen
      title={t('keysOf', { command: name })}
      onClose={onClose}
      footer={
        <>
          {!hasOwnKeys(command, now, isMac) && (
            <Button look="quiet" onPress={reset}>
              {own.length === 0 ? t('resetToNone') : t('reset', { keys: inWords(own) })}
            </Button>
          )}
          <DialogSpace />
          {verdict?.isUsable ? (
            <>
              {keys.length > 0 && <Button onPress={() => use(true)}>{t('add')}</Button>}
              <Button look="solid" onPress={() => use(false)}>
                {holdersOf(heard?.readings ?? [], now, command).length > 0
                  ? t('takeOver')
                  : t('use', { keys: shortcutText(heard?.chord ?? '') })}
              </Button>
            </>
          ) : (
            <Button look="solid" onPress={onClose}>
              {common('done')}
            </Button>
          )}
        </>
      }
    >
      <ul className="keys-now" aria-label={t('keysNow')}>
        {keys.map((key) => (
          <li key={key}>
            <KeyCaps keys={key} />
            <IconButton
              icon={X}
              size="small"
              label={t('removeKey', { keys: shortcutText(key) })}
              onPress={() => give(keys.filter((other) => other !== key))}
            />
          </li>
        ))}
        {keys.length === 0 && <li className="shortcut-note">{t('noKey')}</li>}
      </ul>
      <KeyRecorder
        heard={heard ? shortcutText(heard.chord) : ''}
        said={verdict?.sentence ?? ''}
        isRefused={verdict !== null && !verdict.isUsable}
        onHear={listen}
        onEnter={use}
        onClear={() => give([])}
        onEscape={() => (heard ? setHeard(null) : onClose())}
      />
    </Dialog>
  );

  function inWords(list: readonly string[]): string {
    return formatList(list.map((key) => shortcutText(key)));
  }
}
