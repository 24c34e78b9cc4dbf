import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import {
  codesOf,
  isInForce,
  readFilter,
  SHOW_ALL,
  sieveOf,
  toggleCode,
  toggleCoder,
  withoutGone,
  type CodingFilter,
} from '#domain/coding/coding-filter.ts';
import type { CodeId, CoderId, Coding } from '#domain/project/records.ts';
import { aCode, aCoding } from '#tests/support/builders.ts';

const code = (id: string, parentId: string | null = null) =>
  aCode({ id: id as CodeId, parentId: parentId as CodeId | null, name: id });
const tree = buildCodeTree([code('a'), code('a1', 'a'), code('a2', 'a'), code('b'), code('b1', 'b')]);
const ids = ['a', 'a1', 'a2', 'b', 'b1'] as CodeId[];
const given = (codeId: string, coderId = 'ana'): Coding =>
  aCoding({ codeId: codeId as CodeId, coderId: coderId as CoderId });
const passes = (filter: CodingFilter, coding: Coding): boolean => sieveOf(filter, tree)?.(coding) ?? true;

describe('a filter of codings', () => {
  it('lets everything pass while nothing is chosen, and asks no coding about it', () => {
    expect(sieveOf(SHOW_ALL, tree)).toBeNull();
    expect(isInForce(SHOW_ALL)).toBe(false);
  });

  it('takes a code with or without what stands below it', () => {
    const alone: CodingFilter = { ...SHOW_ALL, codes: [{ codeId: 'a' as CodeId, withSubcodes: false }] };
    const branch: CodingFilter = { ...SHOW_ALL, codes: [{ codeId: 'a' as CodeId, withSubcodes: true }] };
    expect([passes(alone, given('a')), passes(alone, given('a1')), passes(alone, given('b'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([passes(branch, given('a1')), passes(branch, given('b1'))]).toEqual([true, false]);
  });

  it('wants both the code and the coder', () => {
    const filter = toggleCoder(toggleCode(SHOW_ALL, 'b' as CodeId, tree), 'ana' as CoderId);
    expect([
      passes(filter, given('b1', 'ana')),
      passes(filter, given('b1', 'ben')),
      passes(filter, given('a')),
    ]).toEqual([true, false, false]);
  });

  it('hides everything when it is off, and remembers what was chosen', () => {
    const chosen = toggleCode(SHOW_ALL, 'a' as CodeId, tree);
    const off = { ...chosen, isOff: true };
    expect(passes(off, given('a'))).toBe(false);
    expect(off.codes).toEqual(chosen.codes);
  });

  it('says a whole branch as one choice, and leaves the parent alone when a child is taken out', () => {
    const branch = toggleCode(SHOW_ALL, 'a' as CodeId, tree);
    expect(branch.codes).toEqual([{ codeId: 'a', withSubcodes: true }]);
    expect(toggleCode(branch, 'a1' as CodeId, tree).codes).toEqual([
      { codeId: 'a', withSubcodes: false },
      { codeId: 'a2', withSubcodes: true },
    ]);
  });

  it('shows exactly the codes that were toggled an odd number of times, all when none is left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a1', 'a2', 'b1'), { maxLength: 12 }), (presses) => {
        let filter = SHOW_ALL;
        for (const id of presses) filter = toggleCode(filter, id as CodeId, tree);
        const odd = new Set(ids.filter((id) => presses.filter((press) => press === id).length % 2 === 1));
        if (odd.size === 0) expect(filter).toEqual(SHOW_ALL);
        else expect(codesOf(filter.codes ?? [], tree)).toEqual(odd);
      }),
    );
  });

  it('forgets codes and coders that are gone', () => {
    const filter: CodingFilter = {
      isOff: false,
      codes: [{ codeId: 'gone' as CodeId, withSubcodes: true }],
      coders: ['ana', 'gone'] as CoderId[],
    };
    const left = withoutGone(filter, { has: (id) => tree.has(id), hasCoder: (id) => id === 'ana' });
    expect(left).toEqual({ isOff: false, codes: null, coders: ['ana'] });
  });

  it('reads what it was stored as, and shows all where something else was stored', () => {
    const filter = toggleCoder(toggleCode(SHOW_ALL, 'b' as CodeId, tree), 'ana' as CoderId);
    expect(readFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
    for (const junk of [undefined, null, 7, 'x', {}]) expect(readFilter(junk)).toEqual(SHOW_ALL);
    expect(readFilter({ isOff: true, codes: [3], coders: [null] })).toEqual({ isOff: true, codes: [], coders: [] });
  });
});
