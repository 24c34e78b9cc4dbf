import { useVirtualizer } from '@tanstack/react-virtual';
import { Combine, Tag, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { markOf, setExample } from '#features/codebook/index.ts';
import { useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { nothingPicked, RowOrder, type PickedRows } from './picked-rows.ts';

export interface CodingsListActions {
  /** Opens the coding's source if need be and goes to it. */
  readonly onJump: (coding: Coding) => void;
  readonly onRemove: (codings: readonly Coding[]) => void;
  /** Asks which other code, beside a row; the list has the focus again afterwards. */
  readonly onRecode: (codings: readonly Coding[], beside: DOMRect, backTo: HTMLElement) => void;
  readonly onMerge: (codings: readonly Coding[]) => void;
}

/** What a row is called by. */
export type RowNaming = 'code' | 'source' | 'both';

export interface CodingRowsProps {
  readonly codings: readonly Coding[];
  readonly naming: RowNaming;
  readonly actions: CodingsListActions;
}

/** In CSS pixels; as in codings-list.css. */
const ROW_HEIGHT = 58;
const COMMENT_HEIGHT = 17;
const PAGE = 8;

/**
 * The rows, of which only those in view exist, so that ten thousand cost what twenty do. They are picked as in a file
 * manager: a click or an arrow picks one, Shift a stretch, Ctrl one more.
 */
export function CodingRows({ codings, naming, actions }: CodingRowsProps): ReactNode {
  const project = useProject();
  const commands = useCommandCenter();
  const scroller = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<PickedRows>(nothingPicked);
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const order = useMemo(() => new RowOrder(codings.map(({ id }) => id)), [codings]);
  const current = order.current(rows);
  const picked = useMemo(() => new Set(order.picked(rows)), [order, rows]);
  const pickedCodings = (): Coding[] => codings.filter(({ id }) => picked.has(id));
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: codings.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (codings[index]?.memo ? COMMENT_HEIGHT : 0),
    // Another function for another list: heights belong to codings, not to places.
    getItemKey: useCallback((index: number) => codings[index]?.id ?? index, [codings]),
    overscan: 6,
  });

  const isWritable = !project.isReadOnly;
  const act = {
    remove: () => isWritable && actions.onRemove(pickedCodings()),
    merge: () => isWritable && actions.onMerge(pickedCodings()),
    recode: () => {
      const list = scroller.current;
      if (!list || !isWritable) return;
      const row = document.getElementById(rowId(current)) ?? list;
      actions.onRecode(pickedCodings(), row.getBoundingClientRect(), list);
    },
  };
  const moveTo = (index: number, { shiftKey, ctrlKey, metaKey }: KeyboardEvent): void => {
    const to = Math.max(0, Math.min(codings.length - 1, index));
    if (shiftKey) setRows(order.extend(rows, to));
    else setRows(ctrlKey || metaKey ? order.goTo(rows, to) : order.pick(to));
    virtual.scrollToIndex(to, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey;
    const { length } = codings;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -length, End: length }[event.key];
    const coding = codings[current];
    const command = commands.commandFor(event.nativeEvent, 'text');
    if (command === 'removeCoding') act.remove();
    else if (command === 'recodeCoding') act.recode();
    else if (command === 'mergeCodings') act.merge();
    else if (event.altKey) return;
    else if (step !== undefined) moveTo(current + step, event);
    else if (event.key === ' ' && isMod) setRows(order.toggle(rows, current));
    else if (event.key.toLowerCase() === 'a' && isMod && !event.shiftKey) setRows(order.pickAll(rows));
    else if (event.key === 'Escape' && picked.size > 1) setRows(order.pick(current));
    else if ((event.key === 'Enter' || event.key === ' ') && coding && !isMod) actions.onJump(coding);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (index: number, coding: Coding, event: MouseEvent): void => {
    if (event.shiftKey) setRows(order.extend(rows, index));
    else if (event.ctrlKey || event.metaKey) setRows(order.toggle(rows, index));
    else {
      setRows(order.pick(index));
      actions.onJump(coding);
    }
  };
  /** By key the list itself is asked, by pointer a row. */
  const openMenu = (event: MouseEvent, index?: number): void => {
    event.preventDefault();
    event.stopPropagation();
    const id = index === undefined ? undefined : codings[index]?.id;
    if (index !== undefined && id && !picked.has(id)) setRows(order.pick(index));
    const row = index === undefined ? document.getElementById(rowId(current))?.getBoundingClientRect() : undefined;
    setMenuAt(row ? { x: row.left + 16, y: row.bottom } : { x: event.clientX, y: event.clientY });
  };

  return (
    <>
      <div
        className="codings-rows"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-multiselectable
        aria-labelledby="codings-heading"
        aria-activedescendant={rowId(current)}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const coding = codings[index];
            return (
              coding && (
                <Row
                  key={coding.id}
                  coding={coding}
                  top={start}
                  position={{ index, count: codings.length }}
                  isCurrent={index === current}
                  isPicked={picked.has(coding.id)}
                  naming={naming}
                  onClick={(event) => onClick(index, coding, event)}
                  onContextMenu={(event) => openMenu(event, index)}
                />
              )
            );
          })}
        </div>
      </div>
      {picked.size > 1 && <PickedBar count={picked.size} isWritable={isWritable} act={act} />}
      <RowMenu
        at={menuAt}
        count={picked.size}
        isWritable={isWritable}
        act={{
          ...act,
          jump: () => codings[current] && actions.onJump(codings[current]),
          example: () => codings[current] && void setExample(project, codings[current]).catch(() => undefined),
        }}
        onClose={() => setMenuAt(null)}
      />
    </>
  );
}

interface PickedActs {
  readonly remove: () => void;
  readonly recode: () => void;
  readonly merge: () => void;
}

/** What can be done with several. */
function PickedBar({ count, isWritable, act }: { count: number; isWritable: boolean; act: PickedActs }): ReactNode {
  const { t } = useTranslation('coding');
  const buttons = [
    { icon: Tag, label: t('recodePicked'), key: useKeyOf('recodeCoding'), run: act.recode },
    { icon: Combine, label: t('mergePicked'), key: useKeyOf('mergeCodings'), run: act.merge },
    { icon: Trash2, label: t('removePicked', { count }), key: useKeyOf('removeCoding'), run: act.remove },
  ];
  return (
    <div className="codings-picked" role="group" aria-label={t('picked', { count })}>
      <span role="status">{t('picked', { count })}</span>
      {buttons.map(({ icon, label, key, run }) => (
        <IconButton
          key={label}
          icon={icon}
          size="small"
          label={label}
          shortcut={key}
          isDisabled={!isWritable}
          onPress={run}
        />
      ))}
    </div>
  );
}

interface RowMenuProps {
  readonly at: Point | null;
  readonly count: number;
  readonly isWritable: boolean;
  readonly act: PickedActs & { readonly jump: () => void; readonly example: () => void };
  readonly onClose: () => void;
}

function RowMenu({ at, count, isWritable, act, onClose }: RowMenuProps): ReactNode {
  const { t } = useTranslation('coding');
  const recodeKey = useKeyOf('recodeCoding');
  const mergeKey = useKeyOf('mergeCodings');
  const removeKey = useKeyOf('removeCoding');
  return (
    <ContextMenu at={at} onClose={onClose} label={t('pickedMenu', { count })}>
      <MenuItem shortcut="Enter" onAction={act.jump}>
        {t('selectPassage')}
      </MenuItem>
      <MenuItem shortcut={recodeKey} isDisabled={!isWritable} onAction={act.recode}>
        {count > 1 ? t('recodePicked') : t('recode')}
      </MenuItem>
      <MenuItem isDisabled={!isWritable || count > 1} onAction={act.example}>
        {t('useAsExample')}
      </MenuItem>
      <MenuItem shortcut={mergeKey} isDisabled={!isWritable || count < 2} onAction={act.merge}>
        {t('mergePicked')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous shortcut={removeKey} isDisabled={!isWritable} onAction={act.remove}>
        {t('removePicked', { count })}
      </MenuItem>
    </ContextMenu>
  );
}

interface RowProps {
  readonly coding: Coding;
  readonly top: number;
  readonly position: { readonly index: number; readonly count: number };
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  readonly naming: RowNaming;
  readonly onClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

function Row({ coding, top, position, isCurrent, isPicked, naming, onClick, onContextMenu }: RowProps) {
  const project = useProject();
  const { t } = useTranslation('coding');
  const code = project.codes.get(coding.codeId);
  const source = project.sources.get(coding.sourceId);
  return (
    <div
      id={rowId(position.index)}
      className="codings-row"
      role="option"
      aria-selected={isPicked}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      data-current={isCurrent || undefined}
      data-coding-id={coding.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <span className="codings-row-head">
        {code && <CodeMark {...markOf(code)} />}
        {naming !== 'source' && <span className="codings-row-name">{code?.name}</span>}
        {naming !== 'code' && (
          <span className={naming === 'both' ? 'codings-row-source' : 'codings-row-name'}>{source?.name}</span>
        )}
        <span className="codings-row-coder">{project.coders.get(coding.coderId)?.name}</span>
        {coding.weight !== undefined && (
          <span className="codings-row-weight" title={t('weight')}>
            <span className="visually-hidden">{t('weight')} </span>
            {formatNumber(coding.weight)}
          </span>
        )}
      </span>
      <span className="codings-row-quote serif" dir="auto">
        {coding.quote.slice(0, 160)}
      </span>
      {coding.memo !== '' && (
        <span className="codings-row-comment" dir="auto" title={coding.memo}>
          {coding.memo}
        </span>
      )}
    </div>
  );
}

function rowId(index: number): string {
  return `coding-row-${index}`;
}
