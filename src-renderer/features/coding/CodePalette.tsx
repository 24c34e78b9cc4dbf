import { CornerDownLeft, Plus, Tag } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import type { Code } from '#domain/project/records.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { findCodes, type FoundCode } from './find-codes.ts';
import { useSession, useSessionState } from './session-context.tsx';
import './palette.css';

const SHOWN = 60;

export interface PaletteRequest {
  /** Where the passage is on screen, in client pixels. */
  readonly rect: DOMRect;
  /** Letters typed before it opened. */
  readonly query: string;
  /** What choosing a code does, in words: "18 words" or "Change …". */
  readonly hint: string;
}

export interface CodePaletteProps {
  readonly request: PaletteRequest;
  /** `keepsOpen` when more codes are to follow. */
  readonly onPick: (code: Code, keepsOpen: boolean) => void;
  readonly onCreate: (name: string, keepsOpen: boolean) => void;
  readonly onClose: () => void;
}

/**
 * Type to find a code, Enter to give it. A combobox of our own: the list follows every key within a frame at thousands of
 * codes, and the definition of the row at hand is in view before one decides.
 */
export function CodePalette({ request, onPick, onCreate, onClose }: CodePaletteProps): ReactNode {
  const tree = useCodeTree();
  const session = useSession();
  const recent = useSessionState((state) => state.recent);
  const { t } = useTranslation('coding');
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [query, setQuery] = useState(request.query);
  const [at, setAt] = useState(0);
  const found = useMemo(() => findCodes(tree, query, recent), [tree, query, recent]);
  const shown = found.slice(0, SHOWN);
  const name = query.trim();
  const canCreate = name !== '' && !found.some(({ code }) => code.name.toLowerCase() === name.toLowerCase());
  const rowCount = shown.length + (canCreate ? 1 : 0);
  const current = Math.min(at, Math.max(0, rowCount - 1));
  const highlighted = shown[current]?.code;

  useEffect(() => {
    if (highlighted) session.holdCode(highlighted.id);
  }, [session, highlighted]);

  const startOver = (): void => {
    setQuery('');
    setAt(0);
  };
  const make = (keepsOpen: boolean): void => {
    if (name === '') return;
    onCreate(name, keepsOpen);
    if (keepsOpen) startOver();
  };
  const take = (index: number, keepsOpen: boolean): void => {
    const code = shown[index]?.code;
    if (!code) {
      if (canCreate) make(keepsOpen);
      return;
    }
    onPick(code, keepsOpen);
    if (keepsOpen) startOver();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(rowCount - 1, current + step)));
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) make(event.shiftKey);
    else if (event.key === 'Enter') take(current, event.shiftKey);
    else if (event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <span ref={anchor} hidden />
      <Popover
        className="ui-popover palette"
        aria-label={t('paletteLabel')}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        triggerRef={anchor}
        getTargetRect={() => request.rect}
        placement="bottom end"
        offset={7}
      >
        <div className="palette-query">
          <Icon of={Tag} />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-haspopup="listbox"
            aria-autocomplete="list"
            aria-label={t('findCode')}
            aria-activedescendant={rowCount > 0 ? `${listId}-${current}` : undefined}
            placeholder={t('findCode')}
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <span className="palette-hint">{request.hint}</span>
        </div>
        <div className="palette-rows" role="listbox" id={listId} aria-label={t('codes')}>
          {shown.map((row, index) => (
            <PaletteRow
              key={row.code.id}
              id={`${listId}-${index}`}
              row={row}
              path={tree.parentOf(row.code.id) === null ? '' : parentPath(tree.pathOf(row.code.id))}
              isCurrent={index === current}
              onPoint={() => setAt(index)}
              onPick={(keepsOpen) => take(index, keepsOpen)}
            />
          ))}
          {canCreate && (
            <div
              id={`${listId}-${shown.length}`}
              role="option"
              aria-selected={current === shown.length}
              className="palette-row"
              onPointerMove={() => setAt(shown.length)}
              onClick={(event) => take(shown.length, event.shiftKey)}
            >
              <Icon of={Plus} size={14} />
              <span className="palette-name">{t('createCode', { name })}</span>
              <Kbd keys="Mod+Enter" />
            </div>
          )}
          {rowCount === 0 && <p className="palette-empty">{t('noCodes')}</p>}
        </div>
        {found.length > SHOWN && <p className="palette-more">{t('moreCodes', { count: found.length - SHOWN })}</p>}
        <p className="palette-foot">{t('keepOpenHint')}</p>
      </Popover>
    </>
  );
}

interface PaletteRowProps {
  readonly id: string;
  readonly row: FoundCode;
  readonly path: string;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onPick: (keepsOpen: boolean) => void;
}

function PaletteRow({ id, row, path, isCurrent, onPoint, onPick }: PaletteRowProps): ReactNode {
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
      className="palette-row"
      // Not on enter: a list that moves under a resting pointer must not change what is chosen.
      onPointerMove={onPoint}
      onClick={(event) => onPick(event.shiftKey)}
    >
      <CodeMark {...markOf(row.code)} />
      <span className="palette-name">{marked(row)}</span>
      <span className="palette-path">{path}</span>
      {row.code.shortcut !== '' && <Kbd keys={row.code.shortcut} />}
      {isCurrent && <Icon of={CornerDownLeft} size={14} />}
    </div>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function marked({ code, marks }: FoundCode): ReactNode {
  if (marks.length === 0) return code.name;
  const isFound = new Set(marks);
  return Array.from(graphemes.segment(code.name), ({ segment, index }) =>
    isFound.has(index) ? <b key={index}>{segment}</b> : segment,
  );
}

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf(' > '));
}
