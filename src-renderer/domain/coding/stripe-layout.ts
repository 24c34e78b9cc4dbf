import { STRIPE_LANES } from './stripe-lanes.ts';

/** A coding as the margin sees it: where its first and last visible lines are, in CSS pixels of the page. */
export interface StripeInput<Id> {
  readonly id: Id;
  readonly top: number;
  readonly bottom: number;
  /** As `StripeLanes` has it. */
  readonly lane: number;
}

export interface Stripe<Id> extends StripeInput<Id> {
  /** Top of the name, pushed down where names would collide. */
  readonly labelTop: number;
}

export interface StripeLayout<Id> {
  readonly stripes: readonly Stripe<Id>[];
  readonly laneCount: number;
  /** Codings that found no lane, gathered where they start: "+3". */
  readonly overflow: readonly { readonly top: number; readonly ids: readonly Id[] }[];
}

const LABEL_HEIGHT = 17;

/** Sets the names of stripes, each at its first line or just below the name before it, and gathers what found no lane. */
export function layOutStripes<Id>(inputs: readonly StripeInput<Id>[]): StripeLayout<Id> {
  const sorted = [...inputs].sort((a, b) => a.top - b.top || a.lane - b.lane);
  const stripes: Stripe<Id>[] = [];
  const overflow: { top: number; ids: Id[] }[] = [];
  let lastLabel = -Infinity;
  let laneCount = 0;
  for (const input of sorted) {
    if (input.lane >= STRIPE_LANES) {
      const last = overflow[overflow.length - 1];
      if (last && input.top - last.top < LABEL_HEIGHT) last.ids.push(input.id);
      else overflow.push({ top: input.top, ids: [input.id] });
      continue;
    }
    laneCount = Math.max(laneCount, input.lane + 1);
    const labelTop = Math.max(input.top, lastLabel + LABEL_HEIGHT);
    lastLabel = labelTop;
    stripes.push({ ...input, labelTop });
  }
  return { stripes, laneCount, overflow };
}
