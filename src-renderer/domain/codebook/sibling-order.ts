import type { Code, CodeId } from '#domain/project/records.ts';

/**
 * Positions that put `moved`, in their order, before the sibling `beforeId` (null or unknown: at the end).
 *
 * As few codes as possible get a new position: the moved ones are given fractions between their neighbours. Only where no
 * number is left between those are all siblings counted anew, from 1. Positions stay above 0, so that a table of
 * them never shows a negative number.
 *
 * @param siblings in order, without the moved ones
 * @returns new positions by id, only of codes whose position differs
 */
export function placeAmong(
  siblings: readonly Code[],
  moved: readonly Code[],
  beforeId: CodeId | null,
): ReadonlyMap<CodeId, number> {
  const found = siblings.findIndex((code) => code.id === beforeId);
  const index = found < 0 ? siblings.length : found;
  const low = siblings[index - 1]?.position ?? 0;
  const high = siblings[index]?.position ?? Math.floor(Math.max(low, 0)) + moved.length + 1;
  const step = (high - low) / (moved.length + 1);
  const positions = moved.map((_, at) =>
    index === siblings.length ? high - moved.length + at : low + step * (at + 1),
  );
  if (areBetween(positions, low, high)) return differing(moved, positions);
  const all = [...siblings.slice(0, index), ...moved, ...siblings.slice(index)];
  return differing(
    all,
    all.map((_, at) => at + 1),
  );
}

function areBetween(positions: readonly number[], low: number, high: number): boolean {
  let previous = Math.max(low, 0);
  for (const position of positions) {
    if (!(position > previous)) return false;
    previous = position;
  }
  return previous < high;
}

function differing(codes: readonly Code[], positions: readonly number[]): Map<CodeId, number> {
  const result = new Map<CodeId, number>();
  for (const [index, code] of codes.entries()) {
    const position = positions[index];
    if (position !== undefined && position !== code.position) result.set(code.id, position);
  }
  return result;
}
