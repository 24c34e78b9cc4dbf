import type { SourceId } from '#domain/project/records.ts';
import { readPlace } from '#features/reader/index.ts';
import { emptyDesk, keepExisting, keepTab, openOnDesk, type DeskState, type SideId } from './desk-state.ts';
import { nowhereYet, type VisitedPlace, type VisitedPlaces } from './visited-places.ts';

/** What of the desk is found again after a restart. */
export interface StoredDesk {
  readonly state: DeskState;
  readonly places: VisitedPlaces;
}

/** Makes a desk of whatever was stored; rubbish and sources that are gone are left out, never shown. */
export function readStoredDesk(stored: unknown, exists: (id: SourceId) => boolean): StoredDesk {
  const { state, places } = asRecord(stored);
  return { state: keepExisting(readState(state), exists), places: readPlaces(places, exists) };
}

/** Built anew tab by tab, so that what must hold of a desk holds of this one, whatever was stored. */
function readState(stored: unknown): DeskState {
  const { sides, focusedId } = asRecord(stored);
  let state = emptyDesk;
  for (const side of asArray(sides).slice(0, 2)) {
    const { id, tabs, activeId } = asRecord(side);
    const read = asArray(tabs)
      .map(asRecord)
      .filter(({ sourceId }) => typeof sourceId === 'string');
    const [first, ...rest] = read;
    if (!isSideId(id) || !first || state.sides.some((other) => other.id === id)) continue;
    state = { ...state, focusedId: state.sides.length === 0 ? id : state.focusedId };
    state = openOnDesk(state, first.sourceId as SourceId, state.sides.length === 0 ? 'here' : 'beside');
    for (const { sourceId } of rest) state = openOnDesk(state, sourceId as SourceId, 'newTab');
    const passing = read.find(({ isKept }) => isKept === false);
    if (passing && rest.length > 0) state = keepTab(state, id, passing.sourceId as SourceId, false);
    if (read.some(({ sourceId }) => sourceId === activeId)) state = openOnDesk(state, activeId as SourceId, 'here');
  }
  return isSideId(focusedId) && state.sides.some(({ id }) => id === focusedId) ? { ...state, focusedId } : state;
}

function readPlaces(stored: unknown, exists: (id: SourceId) => boolean): VisitedPlaces {
  const { back, forward } = asRecord(stored);
  const read = (list: unknown): VisitedPlace[] =>
    asArray(list).flatMap((entry) => {
      const { sourceId, sideId } = asRecord(entry);
      const place = readPlace(entry);
      const isGood = place && typeof sourceId === 'string' && isSideId(sideId) && exists(sourceId as SourceId);
      return isGood ? [{ ...place, sourceId: sourceId as SourceId, sideId }] : [];
    });
  return { ...nowhereYet, back: read(back), forward: read(forward) };
}

function isSideId(value: unknown): value is SideId {
  return value === 'a' || value === 'b';
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
