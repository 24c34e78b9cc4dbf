import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { setExample } from '#features/codebook/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import type { Point } from '#ui/ContextMenu.tsx';
import { CodingRow, rowId, type RowNaming } from './CodingRow.tsx';
import { PickedBar, PickedMenu } from './PickedCodings.tsx';
import { nothingPicked, RowOrder, type PickedRows } from './picked-rows.ts';

export interface CodingsListActions {
  /** Opens the coding's source if need be and goes to it. */
  readonly onJump: (coding: Coding) => void;
  readonly onRemove: (codings: readonly Coding[]) => void;
  /** Asks which other code, beside a row; the list has the focus again afterwards. */
  readonly onRecode: (codings: readonly Coding[], beside: DOMRect, backTo: HTMLElement) => void;
  readonly onMerge: (codings: readonly Coding[]) => void;
}

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
                <CodingRow
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
      <PickedMenu
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
