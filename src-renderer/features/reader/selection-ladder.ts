import { isSameSpan, type Span } from '#domain/coding/span.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { CaretState } from './caret.ts';

/** Growing a selection to the next larger unit and back the same way, as long as nobody selects something else between. */
export class SelectionLadder {
  readonly #units: TextUnits;
  #steps: { readonly before: CaretState; readonly grown: Span }[] = [];

  constructor(units: TextUnits) {
    this.#units = units;
  }

  /** Null where nothing is larger. */
  grow(state: CaretState): Span | null {
    const span = spanOf(state);
    const grown = this.#units.grow(span);
    if (isSameSpan(grown, span)) return null;
    if (!this.#isOnTop(span)) this.#steps = [];
    this.#steps.push({ before: state, grown });
    return grown;
  }

  /** What it grew from; of a selection that was made otherwise, the next smaller unit at its beginning. */
  shrink(state: CaretState): CaretState | null {
    const span = spanOf(state);
    if (this.#isOnTop(span)) return this.#steps.pop()?.before ?? null;
    this.#steps = [];
    const { startUtf16, endUtf16 } = this.#units.shrink(span);
    return { anchor: startUtf16, focus: endUtf16 };
  }

  #isOnTop(span: Span): boolean {
    const top = this.#steps.at(-1);
    return top !== undefined && isSameSpan(top.grown, span);
  }
}

function spanOf({ anchor, focus }: CaretState): Span {
  return { startUtf16: Math.min(anchor, focus), endUtf16: Math.max(anchor, focus) };
}
