import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodingIndex, compareCodings } from '#domain/coding/coding-index.ts';
import { planTints } from '#domain/coding/paint-plan.ts';
import type { CodeId, Coding, CodingId } from '#domain/project/records.ts';
import { aCoding } from '#tests/support/builders.ts';

const codings = fc
  .array(
    fc.record({ start: fc.nat(400), length: fc.integer({ min: 1, max: 120 }), code: fc.constantFrom('a', 'b', 'c') }),
    {
      maxLength: 200,
    },
  )
  .map((spans) =>
    spans.map(({ start, length, code }, index) =>
      aCoding({ id: `c${index}` as CodingId, codeId: code as CodeId, startUtf16: start, endUtf16: start + length }),
    ),
  );

const idsOf = (found: readonly Coding[]): string[] => found.map(({ id }) => id).sort();

describe('CodingIndex', () => {
  it('finds exactly the codings that a plain search finds, also after some came and went', () => {
    fc.assert(
      fc.property(codings, fc.nat(500), fc.nat(60), (all, start, length) => {
        const index = new CodingIndex(all.slice(0, all.length / 2));
        for (const coding of all.slice(all.length / 2)) index.add(coding);
        const gone = all.filter((_, at) => at % 3 === 0);
        for (const coding of gone) index.remove(coding);
        const left = all.filter((coding) => !gone.includes(coding));
        const end = start + length;
        const expected = left.filter((coding) => coding.startUtf16 < end && coding.endUtf16 > start);
        expect(idsOf(index.overlapping(start, end))).toEqual(idsOf(expected));
        expect(index.all).toEqual([...left].sort(compareCodings));
      }),
    );
  });

  it('gives the codings at a caret, its edges included, shortest first', () => {
    const long = aCoding({ id: 'long' as CodingId, startUtf16: 0, endUtf16: 20 });
    const short = aCoding({ id: 'short' as CodingId, startUtf16: 5, endUtf16: 8 });
    const index = new CodingIndex([long, short]);
    expect(index.at(8).map(({ id }) => id)).toEqual(['short', 'long']);
    expect(index.at(9).map(({ id }) => id)).toEqual(['long']);
    expect(index.at(21)).toEqual([]);
  });

  it('steps through codings by where they begin', () => {
    const first = aCoding({ id: 'first' as CodingId, startUtf16: 3, endUtf16: 9 });
    const second = aCoding({ id: 'second' as CodingId, startUtf16: 6, endUtf16: 7 });
    const index = new CodingIndex([second, first]);
    expect([index.nextAfter(0)?.id, index.nextAfter(3)?.id, index.nextAfter(6)?.id]).toEqual([
      'first',
      'second',
      undefined,
    ]);
    expect([index.lastBefore(9)?.id, index.lastBefore(6)?.id, index.lastBefore(3)?.id]).toEqual([
      'second',
      'first',
      undefined,
    ]);
  });

  it('never puts overlapping codings on one underline lane', () => {
    fc.assert(
      fc.property(codings, (all) => {
        const index = new CodingIndex(all);
        for (const a of all) {
          for (const b of index.overlapping(a.startUtf16, a.endUtf16)) {
            if (a.id !== b.id) expect(index.laneOf(a)).not.toBe(index.laneOf(b));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('planTints', () => {
  it('says of every character exactly the codes it carries, whatever the order of the codings', () => {
    fc.assert(
      fc.property(codings, fc.nat(200), fc.nat(250), fc.nat(), (all, start, length, seed) => {
        const end = start + length;
        const plan = planTints(all, start, end);
        const carried = new Map<number, string>();
        for (const { startUtf16, endUtf16, codeIds } of plan) {
          for (let at = startUtf16; at < endUtf16; at++) carried.set(at, codeIds.join());
        }
        for (let at = start; at < end; at++) {
          const codes = new Set(
            all.filter((coding) => coding.startUtf16 <= at && at < coding.endUtf16).map(({ codeId }) => codeId),
          );
          expect(carried.get(at) ?? '').toBe([...codes].sort().join());
        }
        const rotated = [...all.slice(seed % (all.length + 1)), ...all.slice(0, seed % (all.length + 1))];
        expect(planTints(rotated, start, end)).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });
});
