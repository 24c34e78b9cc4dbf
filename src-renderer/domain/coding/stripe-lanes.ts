import type { DocText } from '../corpus/doc-text.ts';
import type { Coding, CodingId } from '../project/records.ts';
import type { CodingIndex } from './coding-index.ts';

/** Beyond these a stripe is only counted. */
export const STRIPE_LANES = 5;

/**
 * Lanes of the stripes in the margin, worked out from the text and never from what is on screen, so that a stripe stays
 * where it is while one scrolls. Two codings that may share a line must not share a lane: a coding holds its lane for a
 * line's length beyond its end, or to the end of its paragraph. Codings that hang together are worked out at once, when
 * the first of them is asked for.
 */
export class StripeLanes {
  readonly #doc: DocText;
  /** The most characters a line may hold. */
  readonly #lineLength: number;
  readonly #lanes = new Map<CodingId, number>();
  #of: { readonly index: CodingIndex; readonly version: number } | null = null;

  constructor(doc: DocText, lineLength: number) {
    this.#doc = doc;
    this.#lineLength = lineLength;
  }

  /** 0 is nearest to the text; `STRIPE_LANES` for a coding that finds none free. */
  laneOf(index: CodingIndex, coding: Coding): number {
    if (this.#of?.index !== index || this.#of.version !== index.version) {
      this.#lanes.clear();
      this.#of = { index, version: index.version };
    }
    const known = this.#lanes.get(coding.id);
    if (known !== undefined) return known;
    this.#assign(index, index.placeOf(coding));
    return this.#lanes.get(coding.id) ?? STRIPE_LANES;
  }

  #assign(index: CodingIndex, place: number): void {
    const { all } = index;
    const beginsAnew = (at: number): boolean =>
      at === 0 || index.reachUpTo(at - 1) <= this.#paragraphStart(all[at]?.startUtf16 ?? 0);
    let first = place;
    while (!beginsAnew(first)) first--;
    const reaches: number[] = [];
    for (let at = first; at < all.length; at++) {
      const coding = all[at];
      if (!coding || (at > first && beginsAnew(at))) return;
      let lane = 0;
      while (lane < STRIPE_LANES && (reaches[lane] ?? 0) > coding.startUtf16) lane++;
      if (lane < STRIPE_LANES) reaches[lane] = this.#reachOf(coding);
      this.#lanes.set(coding.id, lane);
    }
  }

  #paragraphStart(offset: number): number {
    return this.#doc.startOf(this.#doc.paragraphAt(offset));
  }

  #reachOf({ endUtf16 }: Coding): number {
    const paragraphEnd = this.#doc.endOf(this.#doc.paragraphAt(endUtf16 - 1));
    return Math.max(endUtf16, Math.min(endUtf16 + this.#lineLength, paragraphEnd));
  }
}
