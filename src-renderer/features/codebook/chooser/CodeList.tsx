import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Search } from 'lucide-react';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { MarkedText } from '#ui/MarkedText.tsx';
import { markOf } from '../code-color.ts';
import { noteCodesUsed, recentCodes } from '../recent-codes.ts';
import { useCodeTree } from '../tree-of-project.ts';
import {
  canChoose,
  choiceRows,
  idOf,
  MOST_FOUND,
  isOption,
  startOf,
  stepFrom,
  type ChoiceRow,
  type OtherChoice,
} from './choice-rows.ts';
import { CodePath } from './CodePath.tsx';
import { readyToMatch } from './find-codes.ts';
import './code-chooser.css';

export interface CodeListProps<T extends string = never> {
  /** What one chooses, for the field and the list. */
  readonly label: string;
  /** What is chosen; a set where several codes can be. */
  readonly value: CodeId | NoInfer<T> | null | ReadonlySet<CodeId>;
  readonly onChoose: (id: CodeId | NoInfer<T>) => void;
  /** What can be chosen in place of a code, before all of them. */
  readonly others?: readonly OtherChoice<T>[];
  /** Codes that are only groups are shown, and cannot be chosen. */
  readonly isCodableOnly?: boolean;
  /** Only these are offered. */
  readonly among?: ReadonlySet<CodeId>;
  /** Why a code cannot be chosen, null where it can. */
  readonly refuse?: (code: Code) => string | null;
  /** Letters typed before it opened. */
  readonly initialQuery?: string;
}

const ROW_HEIGHT = 28;
const PAGE = 8;
const PADDING = 5;

/**
 * Type to find a code among thousands, Enter to choose it: by name, other names, path, as in the palette. A combobox of our own,
 * of whose rows only those in view exist.
 */
export function CodeList<T extends string = never>(props: CodeListProps<T>): ReactNode {
  const { label, value, onChoose, others, isCodableOnly = false, among = null, refuse } = props;
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(props.initialQuery ?? '');
  // As it was when it opened: rows must not change places under one who chooses several.
  const [recent] = useState(() => recentCodes(project));
  const chosen = typeof value === 'string' ? value : null;
  const several = typeof value === 'string' ? null : value;
  const rows = useMemo(
    () =>
      choiceRows(tree, {
        query,
        recent,
        chosen,
        among,
        others: others ?? [],
        refuse: (code) => refuse?.(code) ?? (isCodableOnly && !code.isCodable ? t('onlyGroup') : null),
        countOf: (id) => project.counts.ofCode(id),
      }),
    [tree, query, recent, chosen, among, others, refuse, isCodableOnly, project, t],
  );
  const [moved, setMoved] = useState<{ readonly at: number; readonly query: string } | null>(null);
  // Each letter begins anew on the best match.
  const at =
    moved?.query === query && isOption(rows[moved.at]) ? moved.at : startOf(rows, query === '' ? chosen : null);
  const options = useMemo(() => rows.filter(isOption).length, [rows]);
  const before = useMemo(() => headingsBefore(rows), [rows]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    paddingStart: PADDING,
    paddingEnd: PADDING,
  });
  // Not by `autoFocus`: a dialog around would take the keyboard back before the list belongs to it.
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const idle = requestIdleCallback(() => readyToMatch(tree));
    return () => cancelIdleCallback(idle);
  }, [tree]);
  useLayoutEffect(() => {
    // The heading above the first rows is to be seen, too.
    if (at <= 1) lines.scrollToOffset(0);
    else lines.scrollToIndex(at, { align: 'auto' });
  }, [lines, at, rows]);

  const isChosen = (row: ChoiceRow): boolean =>
    several ? row.kind === 'code' && several.has(row.code.id) : idOf(row) === chosen;
  const take = (index: number): void => {
    const row = rows[index];
    if (!isOption(row) || !canChoose(row)) return;
    if (row.kind === 'code') noteCodesUsed(project, [row.code.id]);
    onChoose(row.kind === 'code' ? row.code.id : (row.other.id as T));
    if (several) setMoved({ at: index, query });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.shiftKey) return;
    const isAtEnds = query === '' || event.ctrlKey || event.metaKey;
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
      ...(isAtEnds && { Home: -rows.length, End: rows.length }),
    }[event.key];
    if (step !== undefined) setMoved({ at: stepFrom(rows, at, step), query });
    else if (event.key === 'Enter') take(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="code-list">
      <div className="code-list-query">
        <Icon of={Search} size={14} />
        <input
          ref={input}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-label={label}
          aria-activedescendant={options > 0 ? `${listId}-${at}` : undefined}
          placeholder={t('chooserFind')}
          spellCheck={false}
          dir="auto"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {query.trim() !== '' && (
          <span className="count">
            {options >= MOST_FOUND ? t('foundMany', { count: MOST_FOUND }) : formatNumber(options)}
          </span>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {query.trim() !== '' && t('found', { count: options })}
      </span>
      {rows.length === 0 && (
        <p className="code-list-empty">
          {query.trim() === '' ? t('chooserNone') : t('nothingFound', { query: query.trim() })}
        </p>
      )}
      <div
        ref={scroller}
        role="listbox"
        id={listId}
        aria-label={label}
        aria-multiselectable={several !== null || undefined}
        className="code-list-rows"
        hidden={rows.length === 0}
        // The field keeps the keyboard.
        onMouseDown={(event) => event.preventDefault()}
      >
        <div role="presentation" className="code-list-all" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            if (!isOption(row)) {
              return (
                <p key={row.of} role="presentation" aria-hidden className="code-list-heading" style={{ top: start }}>
                  {t(row.of === 'recent' ? 'recentlyUsed' : 'allCodes')}
                </p>
              );
            }
            return (
              <OptionRow
                key={`${index}-${row.kind === 'code' ? row.code.id : ''}`}
                id={`${listId}-${index}`}
                row={row}
                tree={tree}
                top={start}
                position={index + 1 - (before[index] ?? 0)}
                count={options}
                isChosen={isChosen(row)}
                isCurrent={index === at}
                onPoint={() => setMoved({ at: index, query })}
                onTake={() => take(index)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface OptionRowProps {
  readonly id: string;
  readonly row: Exclude<ChoiceRow, { kind: 'heading' }>;
  readonly tree: CodeTree;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

function OptionRow({ row, tree, isChosen, isCurrent, ...props }: OptionRowProps): ReactNode {
  const refusal = row.kind === 'code' ? row.refusal : null;
  return (
    <div
      id={props.id}
      role="option"
      className="code-list-row"
      style={{ top: props.top }}
      aria-selected={isChosen}
      aria-disabled={refusal !== null || undefined}
      aria-posinset={props.position}
      aria-setsize={props.count}
      data-current={isCurrent || undefined}
      {...(row.kind === 'code' && { title: tree.pathOf(row.code.id), 'data-code-id': row.code.id })}
      onPointerMove={(event) => isMoved(event) && props.onPoint()}
      onClick={props.onTake}
    >
      <span className="code-list-check">{isChosen && <Icon of={Check} size={14} />}</span>
      {row.kind === 'other' ? (
        <span className="code-list-name">{row.other.label}</span>
      ) : (
        <>
          {row.depth !== null && row.depth > 0 && <span style={{ flex: 'none', width: row.depth * 14 }} />}
          {row.code.isCodable && <CodeMark {...markOf(row.code)} />}
          <bdi className="code-list-name" data-group={!row.code.isCodable || undefined}>
            <MarkedText text={row.code.name} marks={row.marks} />
          </bdi>
          <span className="code-list-path">
            {refusal ?? (row.depth === null && <CodePath tree={tree} id={row.code.id} />)}
          </span>
        </>
      )}
    </div>
  );
}

/** How many headings stand before each row: they are no options. */
function headingsBefore(rows: readonly ChoiceRow[]): number[] {
  let count = 0;
  return rows.map((row) => (row.kind === 'heading' ? count++ : count));
}

/** Not on the move that Chromium makes up when a list moves under a resting pointer: it chooses nothing. */
function isMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
