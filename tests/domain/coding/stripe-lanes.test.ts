import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodingIndex } from '#domain/coding/coding-index.ts';
import { STRIPE_LANES, StripeLanes } from '#domain/coding/stripe-lanes.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Coding, CodingId } from '#domain/project/records.ts';
import { aCoding } from '#tests/support/builders.ts';

const LINE = 20;
const doc = new DocText(Array.from({ length: 12 }, () => 'x'.repeat(99)).join('\n'));
const coding = (id: string, startUtf16: number, endUtf16: number): Coding =>
  aCoding({ id: id as CodingId, startUtf16, endUtf16 });
const lanesOf = (codings: readonly Coding[]): number[] => {
  const index = new CodingIndex(codings);
  const lanes = new StripeLanes(doc, LINE);
  return codings.map((each) => lanes.laneOf(index, each));
};
const someCodings = fc
  .array(fc.record({ start: fc.nat(1100), length: fc.integer({ min: 1, max: 300 }) }), { maxLength: 40 })
  .map((spans) =>
    spans.map(({ start, length }, at) => coding(`c${at}`, start, Math.min(doc.text.length, start + length))),
  );

describe('StripeLanes', () => {
  it('puts the longest of those that begin together nearest to the text', () => {
    expect(lanesOf([coding('short', 10, 30), coding('long', 10, 90)])).toEqual([1, 0]);
  });

  it('keeps codings apart that may share a line, and not those of two paragraphs', () => {
    expect(lanesOf([coding('a', 0, 30), coding('b', 35, 60)])).toEqual([0, 1]);
    expect(lanesOf([coding('a', 0, 30), coding('b', 30 + LINE, 60)])).toEqual([0, 0]);
    expect(lanesOf([coding('a', 50, 98), coding('b', 100, 120)])).toEqual([0, 0]);
  });

  it('counts the sixth of one line as one too many', () => {
    expect(lanesOf(Array.from({ length: 7 }, (_, at) => coding(`c${at}`, at, 90 - at)))).toEqual([
      0,
      1,
      2,
      3,
      4,
      STRIPE_LANES,
      STRIPE_LANES,
    ]);
  });

  it('never gives overlapping codings one lane', () => {
    fc.assert(
      fc.property(someCodings, (codings) => {
        const lanes = lanesOf(codings);
        for (const [i, a] of codings.entries()) {
          for (const [j, b] of codings.entries()) {
            if (i >= j || lanes[i] !== lanes[j] || lanes[i] === STRIPE_LANES) continue;
            expect(a.endUtf16 <= b.startUtf16 || b.endUtf16 <= a.startUtf16).toBe(true);
          }
        }
      }),
    );
  });

  it('gives each coding the same lane wherever one begins to ask', () => {
    fc.assert(
      fc.property(someCodings, (codings) => {
        const backwards = lanesOf(codings.toReversed()).toReversed();
        expect(lanesOf(codings)).toEqual(backwards);
      }),
    );
  });

  it('works lanes out anew when a coding has come', () => {
    const index = new CodingIndex([coding('a', 10, 30)]);
    const lanes = new StripeLanes(doc, LINE);
    const [a] = index.all;
    expect(a && lanes.laneOf(index, a)).toBe(0);
    index.add(coding('around', 0, 90));
    expect(a && lanes.laneOf(index, a)).toBe(1);
  });
});
