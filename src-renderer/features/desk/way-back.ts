import type { SourceId } from '#domain/project/records.ts';
import { leavePlace, stepPlace, type VisitedPlace, type VisitedPlaces } from './visited-places.ts';

const MOST_DETOURS = 200;

/** What "back" and "forward" lead to: the places visited, and before them what one came from that is no text. */
export class WayBack {
  readonly #exists: (sourceId: SourceId) => boolean;
  #places: VisitedPlaces;
  /** The latest last. */
  #detours: readonly (() => void)[] = [];

  constructor(places: VisitedPlaces, exists: (sourceId: SourceId) => boolean) {
    this.#places = places;
    this.#exists = exists;
  }

  get places(): VisitedPlaces {
    return this.#places;
  }

  get hasDetour(): boolean {
    return this.#detours.length > 0;
  }

  /** The next step back leads there, unless one leaves for another place in a text first; the step after it to what came before. */
  comeFrom(back: () => void): void {
    this.#detours = [...this.#detours, back].slice(-MOST_DETOURS);
  }

  leave(here: VisitedPlace | null): void {
    this.#detours = [];
    if (here) this.#places = leavePlace(this.#places, here);
  }

  canStep(step: 1 | -1, here: VisitedPlace | null): boolean {
    return stepPlace(this.#places, step, here, this.#exists) !== null;
  }

  /** @returns the place to go to; what to call instead, where one came from no text; null where there is nowhere to go */
  step(step: 1 | -1, here: VisitedPlace | null): VisitedPlace | (() => void) | null {
    const detour = step === -1 ? this.#detours.at(-1) : undefined;
    this.#detours = detour ? this.#detours.slice(0, -1) : [];
    if (detour) return detour;
    const found = stepPlace(this.#places, step, here, this.#exists);
    if (found) this.#places = found.places;
    return found?.target ?? null;
  }
}
