import type { ReadingPlace } from './reader-contract.ts';

/** A remembered place, null when what was stored is none. */
export function readPlace(stored: unknown): ReadingPlace | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { top, hidden, anchor, focus } = stored as Record<string, unknown>;
  const isPlace = [top, hidden, anchor, focus].every((value) => typeof value === 'number' && Number.isFinite(value));
  return isPlace ? (stored as ReadingPlace) : null;
}
