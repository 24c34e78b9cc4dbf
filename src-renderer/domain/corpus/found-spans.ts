import type { Span } from '#domain/coding/span.ts';

/**
 * Places in a text, in order and not overlapping, as plain numbers: hundreds of thousands come over from a worker, and are
 * asked about, without becoming objects. UTF-16 offsets.
 */
export class FoundSpans {
  static readonly none = new FoundSpans(new Uint32Array(0));
  /** Pairs of start and end. */
  readonly offsets: Uint32Array<ArrayBuffer>;

  constructor(offsets: Uint32Array<ArrayBuffer>) {
    this.offsets = offsets;
  }

  get length(): number {
    return this.offsets.length >> 1;
  }

  /** Undefined where there is none. */
  at(index: number): Span | undefined {
    const startUtf16 = this.offsets[2 * index];
    const endUtf16 = this.offsets[2 * index + 1];
    return startUtf16 === undefined || endUtf16 === undefined ? undefined : { startUtf16, endUtf16 };
  }

  /** Index of the first place that begins at an offset or after it; the length when there is none. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.offsets[2 * middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
