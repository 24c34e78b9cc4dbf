import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutStripes } from '#domain/coding/stripe-layout.ts';

describe('layOutStripes', () => {
  it('pushes names down instead of letting them collide, and counts what finds no lane', () => {
    const inputs = Array.from({ length: 7 }, (_, id) => ({ id, top: 10, bottom: 100 - id, lane: Math.min(id, 5) }));
    const { stripes, overflow, laneCount } = layOutStripes(inputs);
    expect(stripes.map(({ labelTop }) => labelTop)).toEqual([10, 27, 44, 61, 78]);
    expect(overflow).toEqual([{ top: 10, ids: [5, 6] }]);
    expect(laneCount).toBe(5);
  });

  it('loses none, and lets no two names overlap', () => {
    const input = fc.record({ top: fc.nat(500), height: fc.integer({ min: 1, max: 200 }), lane: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (spans) => {
        const inputs = spans.map(({ top, height, lane }, id) => ({ id, top, bottom: top + height, lane }));
        const { stripes, overflow } = layOutStripes(inputs);
        expect(stripes.length + overflow.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(inputs.length);
        const tops = stripes.map(({ labelTop }) => labelTop);
        for (let at = 1; at < tops.length; at++)
          expect((tops[at] ?? 0) - (tops[at - 1] ?? 0)).toBeGreaterThanOrEqual(17);
      }),
    );
  });
});
