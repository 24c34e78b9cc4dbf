import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePlaces, type Places } from '#domain/coding/code-places.ts';
import { CodingIndex } from '#domain/coding/coding-index.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodeId, CoderId, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import { aCoding, testEnvironment } from '#tests/support/builders.ts';

const text = new DocText('The lamp at the corner. A lamp, and another lamp.');
const code = 'code' as CodeId;

function places(spans: readonly (readonly [number, number])[], existing: readonly Coding[] = []): Places {
  return {
    sourceId: 'source' as SourceId,
    text,
    coderId: 'coder' as CoderId,
    index: new CodingIndex(existing),
    spans: spans.map(([startUtf16, endUtf16]) => ({ startUtf16, endUtf16 })),
  };
}

describe('codePlaces', () => {
  it('makes one coding a passage, also where several places are one', () => {
    const sentence = [24, 49] as const;
    const { change, passages } = codePlaces(places([[0, 23], sentence, sentence]), code, testEnvironment());
    expect(change.codings?.added?.map(({ quote }) => quote)).toEqual([
      'The lamp at the corner.',
      'A lamp, and another lamp.',
    ]);
    expect(passages).toBe(2);
  });

  it('leaves what has the code already as it is, and counts it', () => {
    const existing = [aCoding({ startUtf16: 4, endUtf16: 8 })];
    const { change, alreadyCoded } = codePlaces(
      places(
        [
          [4, 8],
          [26, 30],
        ],
        existing,
      ),
      code,
      testEnvironment(),
    );
    expect(alreadyCoded).toBe(1);
    expect(change.codings?.added).toMatchObject([{ startUtf16: 26, quote: 'lamp' }]);
  });
});

describe('CodingIndex in bulk', () => {
  it('knows the same after many at once as after one by one', () => {
    const span = fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 120 }), fc.nat({ max: 120 }), (spans, kept) => {
        const codings = spans.map(([startUtf16, length], at) =>
          aCoding({ id: `c${at}` as CodingId, startUtf16, endUtf16: startUtf16 + length }),
        );
        const atOnce = new CodingIndex([]);
        atOnce.addAll(codings);
        atOnce.removeAll(codings.slice(kept));
        const oneByOne = new CodingIndex([]);
        for (const coding of codings.slice(0, kept)) oneByOne.add(coding);
        expect(atOnce.all).toEqual(oneByOne.all);
        expect(atOnce.overlapping(50, 90)).toEqual(oneByOne.overlapping(50, 90));
      }),
    );
  });
});
