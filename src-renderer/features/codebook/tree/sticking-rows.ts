import type { CodeLine } from '#domain/codebook/code-lines.ts';

/** Groups so many levels deep stay at the top while their codes scroll; more would take the room from the codes. */
export const STICKING_LEVELS = 2;

export function isSticking({ depth, isExpanded }: CodeLine): boolean {
  return isExpanded && depth < STICKING_LEVELS;
}

/** For each line the index after the last line below it. */
export function endsOf(lines: readonly CodeLine[]): number[] {
  const ends = lines.map((_, index) => index + 1);
  for (let index = lines.length - 1; index >= 0; index--) {
    const parent = lines[index]?.parent ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[index] ?? 0);
  }
  return ends;
}

/**
 * What has to be in the page, ascending: the rows in view, the one that has the keyboard, however far one scrolls, and the groups
 * that stick above the first.
 */
export function rowsInPage(lines: readonly CodeLine[], inView: readonly number[], at: number): number[] {
  const rows = new Set(inView);
  if (lines[at]) rows.add(at);
  // What stands above the others is in view, or above the first of them, too.
  for (const index of [inView[0] ?? -1, at]) {
    for (let up = lines[index]?.parent ?? -1; up >= 0; up = lines[up]?.parent ?? -1) {
      const line = lines[up];
      if (line && isSticking(line)) rows.add(up);
    }
  }
  return [...rows].sort((a, b) => a - b);
}

/** Where to scroll so that a row is in view and not beneath what covers the top. All in pixels. */
export function scrolledTo(top: number, height: number, scrolled: number, room: number, covered: number): number {
  if (top < scrolled + covered) return Math.max(0, top - covered);
  return top + height > scrolled + room ? top + height - room : scrolled;
}
