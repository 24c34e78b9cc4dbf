import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, type RefObject } from 'react';
import type { CodeLine } from '#domain/codebook/code-lines.ts';
import { endsOf, isSticking, rowsInPage, scrolledTo, STICKING_LEVELS } from './sticking-rows.ts';

export const ROW_HEIGHT = 27;

/** A row that is in the page. */
export interface TreeRow {
  readonly index: number;
  readonly top: number;
  /** How far it may go along: a group that sticks reaches down to the last code below it. */
  readonly height: number;
  /** Where it stops at the top of the tree while its codes scroll; null for one that scrolls with them. */
  readonly stopsAt: number | null;
  /** Whether it lies over what scrolls beneath it, and is the lowest that does. */
  readonly stopped: 'above' | 'lowest' | null;
}

export interface TreeRows {
  readonly rows: readonly TreeRow[];
  readonly height: number;
  /** Scrolls no further than it must, and never under a group that sticks. */
  readonly reveal: (index: number) => void;
}

/** The rows in view, the one that has the keyboard (`at`), and the groups that stick above them. */
export function useTreeRows(
  lines: readonly CodeLine[],
  at: number,
  scroller: RefObject<HTMLDivElement | null>,
): TreeRows {
  const ends = useMemo(() => endsOf(lines), [lines]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => lines[index]?.code.id ?? index,
    rangeExtractor: (range) => rowsInPage(lines, defaultRangeExtractor(range), at),
  });
  const reveal = useCallback(
    (index: number): void => {
      const frame = scroller.current;
      const line = lines[index];
      if (!frame || !line) return;
      const covered = Math.min(line.depth, STICKING_LEVELS) * ROW_HEIGHT;
      frame.scrollTop = scrolledTo(index * ROW_HEIGHT, ROW_HEIGHT, frame.scrollTop, frame.clientHeight, covered);
    },
    [lines, scroller],
  );
  const scrolled = virtual.scrollOffset ?? 0;
  const rows = virtual.getVirtualItems().flatMap(({ index, start }): TreeRow[] => {
    const line = lines[index];
    if (!line) return [];
    if (!isSticking(line)) return [{ index, top: start, height: ROW_HEIGHT, stopsAt: null, stopped: null }];
    const stopsAt = line.depth * ROW_HEIGHT;
    const height = ((ends[index] ?? index + 1) - index) * ROW_HEIGHT;
    const edge = scrolled + stopsAt;
    return [{ index, top: start, height, stopsAt, stopped: start < edge && start + height > edge ? 'above' : null }];
  });
  const lowest = rows.findLast(({ stopped }) => stopped !== null);
  return {
    rows: rows.map((row) => (row === lowest ? { ...row, stopped: 'lowest' } : row)),
    height: virtual.getTotalSize(),
    reveal,
  };
}
