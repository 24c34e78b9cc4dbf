import { ChevronRight, FileText, Search, StickyNote } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { FindField, FindRow, findRowId, FindRows, rowAfterKey } from '#ui/FindList.tsx';
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
    const next = rowAfterKey(event, current, found.length);
    const target = found[current]?.target;
    if (next !== null) setAt(next);
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
          <FindField
            icon={Search}
            label={t('query')}
            listId={listId}
            current={found.length > 0 ? current : null}
            query={query}
            onQuery={(text) => {
              setQuery(text);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <FindRows id={listId} label={t('found')}>
            {found.map((row, index) => (
              <JumpRow
                key={row.target.key}
                id={findRowId(listId, index)}
                row={row}
                isCurrent={index === current}
                onPoint={() => setAt(index)}
                onPick={(isFurther) => onJump(row.target, isFurther)}
              />
            ))}
          </FindRows>
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
  return (
    <FindRow
      id={id}
      isCurrent={isCurrent}
      onPoint={onPoint}
      onPick={({ ctrlKey, metaKey }) => onPick(ctrlKey || metaKey)}
    >
      <span className="jump-sign">
        {target.kind === 'code' ? <CodeMark {...target.mark} /> : <Icon of={signs[target.kind]} size={14} />}
      </span>
      <span className="ui-find-name">
        <MarkedText text={target.name} marks={marks} />
      </span>
      <span className="visually-hidden">{t(`kinds.${target.kind}`)}</span>
      <span className="ui-find-detail">{target.detail}</span>
      {target.kind === 'command' && <CommandKey command={target.id} />}
    </FindRow>
  );
}

function CommandKey({ command }: { command: Extract<Jump, { kind: 'command' }>['id'] }): ReactNode {
  const key = useKeyOf(command);
  return hasShortcut(key) && <Kbd keys={key} />;
}
