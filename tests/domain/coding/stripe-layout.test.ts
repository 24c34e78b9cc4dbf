import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutStripes } from '#domain/coding/stripe-layout.ts';

describe('layOutStripes', () => {
  it('puts the longest of those that begin together nearest to the text', () => {
    const { stripes } = layOutStripes(
      [
        { id: 'short', top: 10, bottom: 30 },
        { id: 'long', top: 10, bottom: 90 },
      ],
      5,
    );
    expect(stripes.map(({ id, lane }) => [id, lane])).toEqual([
      ['long', 0],
      ['short', 1],
    ]);
  });

  it('pushes names down instead of letting them collide, and counts what finds no lane', () => {
    const inputs = Array.from({ length: 7 }, (_, id) => ({ id, top: 10, bottom: 100 - id }));
    const { stripes, overflow } = layOutStripes(inputs, 5);
    expect(stripes.map(({ labelTop }) => labelTop)).toEqual([10, 27, 44, 61, 78]);
    expect(overflow).toEqual([{ top: 10, ids: [5, 6] }]);
  });

  it('never lets two stripes of a lane touch, and loses none', () => {
    const input = fc.record({ top: fc.nat(500), height: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (spans) => {
        const inputs = spans.map(({ top, height }, id) => ({ id, top, bottom: top + height }));
        const { stripes, overflow } = layOutStripes(inputs, 5);
        expect(stripes.length + overflow.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(inputs.length);
        for (const a of stripes) {
          for (const b of stripes) {
            if (a.id >= b.id || a.lane !== b.lane) continue;
            expect(a.bottom < b.top || b.bottom < a.top).toBe(true);
          }
        }
      }),
    );
  });
});
