/** A coding as the margin sees it: where its first and last visible lines are, in CSS pixels of the page. */
export interface StripeInput<Id> {
  readonly id: Id;
  readonly top: number;
  readonly bottom: number;
}

export interface Stripe<Id> extends StripeInput<Id> {
  /** 0 is nearest to the text. */
  readonly lane: number;
  /** Top of the name, pushed down where names would collide; null when the stripe is only counted. */
  readonly labelTop: number | null;
}

export interface StripeLayout<Id> {
  readonly stripes: readonly Stripe<Id>[];
  readonly laneCount: number;
  /** Codings that found no lane, gathered where they start: "+3". */
  readonly overflow: readonly { readonly top: number; readonly ids: readonly Id[] }[];
}

const LABEL_HEIGHT = 17;

/**
 * Puts stripes in lanes, greedily by start and longer first, so that the longest of those that begin together is nearest
 * to the text; then sets the names, each at its first line or just below the name before it.
 */
export function layOutStripes<Id>(inputs: readonly StripeInput<Id>[], maximumLanes: number): StripeLayout<Id> {
  const sorted = [...inputs].sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const laneEnds: number[] = [];
  const stripes: Stripe<Id>[] = [];
  const overflow: { top: number; ids: Id[] }[] = [];
  let lastLabel = -Infinity;
  for (const input of sorted) {
    let lane = laneEnds.findIndex((end) => end <= input.top - 1);
    if (lane < 0) lane = laneEnds.length;
    if (lane >= maximumLanes) {
      const last = overflow[overflow.length - 1];
      if (last && input.top - last.top < LABEL_HEIGHT) last.ids.push(input.id);
      else overflow.push({ top: input.top, ids: [input.id] });
      continue;
    }
    laneEnds[lane] = input.bottom + 1;
    const labelTop = Math.max(input.top, lastLabel + LABEL_HEIGHT);
    lastLabel = labelTop;
    stripes.push({ ...input, lane, labelTop });
  }
  return { stripes, laneCount: laneEnds.length, overflow };
}
