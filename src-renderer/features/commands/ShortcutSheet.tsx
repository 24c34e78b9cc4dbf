import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { KeyCaps } from '#ui/Kbd.tsx';
import { hasOwnKeys, type ChosenKeys } from './chosen-keys.ts';
import type { CommandId } from './command-list.ts';
import { findCommands } from './find-commands.ts';
import { findFixedKeys, FixedKeys } from './FixedKeys.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { useChosenKeys } from './use-chosen-keys.ts';
import './shortcuts.css';

/** What was changed last, in words, and how the keys were before. */
interface Done {
  readonly sentence: string;
  readonly before: ChosenKeys;
}

/** Every command with its keys, to read, to find and to change. The focus stays in the field; arrows go through the rows. */
export function ShortcutSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('shortcuts');
  const { t: common } = useTranslation('common');
  const { t: commands } = useTranslation('commands');
  const { now, chosen, isMac, choose } = useChosenKeys();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(-1);
  const [picked, setPicked] = useState<CommandId | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const groups = findCommands(query, now, (id) => commands(id));
  const fixed = findFixedKeys(query, isMac, (word) => t(`fixed.${word}`));
  const ids = groups.flatMap((found) => found.ids);
  const current = ids[Math.min(at, ids.length - 1)];

  const take = (next: ChosenKeys, sentence: string): void => {
    setDone({ sentence, before: chosen });
    choose(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(ids.length - 1, at + step)));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) setPicked(current ?? null);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      isOpen
      size="wide"
      title={t('title')}
      onClose={onClose}
      isDismissable
      tools={
        <div className="ui-field shortcut-find">
          <Icon of={Search} size={14} />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a sheet of this length is for finding something in it
            autoFocus
            className="ui-input"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-haspopup="listbox"
            aria-autocomplete="list"
            aria-activedescendant={current && `${listId}-${current}`}
            aria-label={t('find')}
            placeholder={t('find')}
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(event.target.value === '' ? -1 : 0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
      }
      footer={
        <>
          <p className="shortcut-done" role="status">
            {done ? done.sentence : t('changeHint')}
          </p>
          {done && (
            <Button
              look="quiet"
              onPress={() => {
                choose(done.before);
                setDone(null);
              }}
            >
              {common('undo')}
            </Button>
          )}
          <DialogSpace />
          {Object.keys(chosen).length > 0 && (
            <Button look="quiet" onPress={() => take({}, t('allReset'))}>
              {t('resetAll')}
            </Button>
          )}
          <Button look="solid" onPress={onClose}>
            {common('done')}
          </Button>
        </>
      }
    >
      <div className="shortcut-columns">
        <div role="listbox" id={listId} aria-label={t('list')}>
          {groups.map(({ group, ids: members }) => (
            <div key={group} role="group" aria-labelledby={`${listId}-${group}`} className="shortcut-group">
              <div role="presentation" id={`${listId}-${group}`} className="shortcut-heading">
                {t(`groups.${group}`)}
              </div>
              {members.map((id) => (
                <ShortcutRow
                  key={id}
                  id={`${listId}-${id}`}
                  command={id}
                  isCurrent={id === current}
                  onPick={() => setPicked(id)}
                />
              ))}
            </div>
          ))}
        </div>
        <FixedKeys title={t('textTitle')} lead={t('textLead')} rows={fixed.inText} />
        <FixedKeys title={t('listsTitle')} lead={t('listsLead')} rows={fixed.inLists} />
        {ids.length + fixed.inText.length + fixed.inLists.length === 0 && (
          <p className="shortcut-none">{t('notFound', { query: query.trim() })}</p>
        )}
      </div>
      {picked && <KeysDialog command={picked} onTake={take} onClose={() => setPicked(null)} />}
    </Dialog>
  );
}

interface ShortcutRowProps {
  readonly id: string;
  readonly command: CommandId;
  readonly isCurrent: boolean;
  readonly onPick: () => void;
}

function ShortcutRow({ id, command, isCurrent, onPick }: ShortcutRowProps): ReactNode {
  const { t } = useTranslation('shortcuts');
  const { t: commands } = useTranslation('commands');
  const { now, isMac } = useChosenKeys();
  const element = useRef<HTMLDivElement>(null);
  const keys = now.get(command) ?? [];
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div ref={element} id={id} role="option" aria-selected={isCurrent} className="shortcut-row" onClick={onPick}>
      <span className="shortcut-name">{commands(command)} </span>
      {!hasOwnKeys(command, now, isMac) && <span className="shortcut-note">{t('changed')} </span>}
      <span className="shortcut-keys">
        {keys.map((key) => (
          <KeyCaps key={key} keys={key} />
        ))}
        {keys.length === 0 && <span className="shortcut-note">{t('noKey')}</span>}
      </span>
    </div>
  );
}
