import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoundSpans } from '#domain/corpus/found-spans.ts';

describe('FoundSpans', () => {
  it('answers which place is the next from an offset', () => {
    const places = fc.uniqueArray(fc.nat({ max: 200 }), { maxLength: 20 });
    fc.assert(
      fc.property(places, fc.nat({ max: 220 }), (unsorted, offset) => {
        const starts = unsorted.toSorted((a, b) => a - b);
        const spans = new FoundSpans(Uint32Array.from(starts.flatMap((start) => [start, start + 1])));
        const expected = starts.findIndex((start) => start >= offset);
        expect(spans.firstFrom(offset)).toBe(expected < 0 ? starts.length : expected);
      }),
    );
  });
});
