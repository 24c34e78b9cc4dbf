import type { SourceId } from '#domain/project/records.ts';
import type { ReadingPlace } from '#features/reader/index.ts';
import type { SideId } from './desk-state.ts';

/** A place one has been at: the text, what was on screen and what was selected. */
export interface VisitedPlace extends ReadingPlace {
  readonly sourceId: SourceId;
  readonly sideId: SideId;
}

/** Places left by jumping, the latest last; and those left by going back. */
export interface VisitedPlaces {
  readonly back: readonly VisitedPlace[];
  readonly forward: readonly VisitedPlace[];
}

export const nowhereYet: VisitedPlaces = { back: [], forward: [] };

const MAXIMUM = 200;

/** A jump leaves this place: it is the first to go back to, and nothing is ahead any more. */
export function leavePlace(places: VisitedPlaces, left: VisitedPlace): VisitedPlaces {
  return { back: push(places.back, left), forward: [] };
}

/**
 * One place back (-1) or forward (1), passing over texts that are gone.
 * @param here where one is now, to come back to; null when no text is open
 * @returns null when there is nowhere to go
 */
export function stepPlace(
  places: VisitedPlaces,
  step: 1 | -1,
  here: VisitedPlace | null,
  exists: (id: SourceId) => boolean,
): { readonly places: VisitedPlaces; readonly target: VisitedPlace } | null {
  const from = step === -1 ? places.back : places.forward;
  const onto = step === -1 ? places.forward : places.back;
  // A jump that led nowhere has left the place one is still at.
  const at = from.findLastIndex((place) => exists(place.sourceId) && !(here && isSamePlace(place, here)));
  const target = from[at];
  if (!target) return null;
  const rest = from.slice(0, at);
  const left = here ? push(onto, here) : onto;
  return { places: step === -1 ? { back: rest, forward: left } : { back: left, forward: rest }, target };
}

/** Scrolled a little or not: the same caret in the same text is the same place. */
function isSamePlace(a: VisitedPlace, b: VisitedPlace): boolean {
  return a.sourceId === b.sourceId && a.anchor === b.anchor && a.focus === b.focus && a.top === b.top;
}

function push(places: readonly VisitedPlace[], place: VisitedPlace): VisitedPlace[] {
  const last = places.at(-1);
  const before = last && isSamePlace(last, place) ? places.slice(0, -1) : places;
  return [...before, place].slice(-MAXIMUM);
}
