import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodebooks } from '#domain/codebook/compare-codebooks.ts';
import type { CodeId, CodingId } from '#domain/project/records.ts';
import { anyCodes, codeOf } from './code-builder.ts';

const kinds = (differences: ReturnType<typeof compareCodebooks>): string[] =>
  differences.map(({ kind, path }) => `${kind} ${path}`);

describe('comparing two codebooks', () => {
  it('tells a merging once, and not of every text that named the lost code', () => {
    const before = [codeOf('a'), codeOf('b'), codeOf('c', { definition: 'Not @b.' })];
    const after = [codeOf('a', { mergedFrom: ['b' as CodeId] }), codeOf('c', { definition: 'Not @a.' })];
    expect(kinds(compareCodebooks(before, after))).toEqual(['merged b']);
  });

  it('tells a renaming once, and not of every text that names the code', () => {
    const before = [codeOf('a', { name: 'Cost' }), codeOf('b', { definition: 'Not @Cost.', memo: 'See @Cost.' })];
    const after = [codeOf('a', { name: 'Price' }), codeOf('b', { definition: 'Not @Price.', memo: 'See Cost.' })];
    expect(kinds(compareCodebooks(before, after))).toEqual(['renamed Price', 'redefined b']);
    const [, redefined] = compareCodebooks(before, after);
    expect(redefined).toMatchObject({ fields: [{ field: 'memo' }] });
  });

  it('tells a deletion once, and what a person wrote in the texts that named the code', () => {
    const before = [
      codeOf('a', { name: 'Cost' }),
      codeOf('b', { definition: 'Not @Cost.' }),
      codeOf('c', { definition: 'Not @Cost.' }),
    ];
    const after = [codeOf('b', { definition: 'Not Cost.' }), codeOf('c', { definition: 'Not Cost, ever.' })];
    expect(kinds(compareCodebooks(before, after))).toEqual(['redefined c', 'removed Cost']);
    expect(kinds(compareCodebooks(after, before))).toEqual(['added Cost', 'redefined c']);
  });

  it('tells of what a code was split off, and of another typical passage', () => {
    const before = [codeOf('a', { exampleCodingId: '1' as CodingId })];
    const after = [codeOf('a', { exampleCodingId: '2' as CodingId }), codeOf('b', { splitFrom: 'a' as CodeId })];
    const [redefined, split] = compareCodebooks(before, after);
    expect(redefined).toMatchObject({ fields: [{ field: 'exampleCodingId', before: '1', after: '2' }] });
    expect(split).toMatchObject({ kind: 'split', code: { id: 'b' }, from: { id: 'a' } });
  });

  it('tells what was added, renamed, moved and redefined, in the order of the tree', () => {
    const before = [codeOf('a', { name: 'Water' }), codeOf('b', { name: 'Bridges', position: 2 })];
    const after = [
      codeOf('a', { name: 'Rivers', definition: 'Running water.' }),
      codeOf('b', { name: 'Bridges', parent: 'a' }),
      codeOf('c', { name: 'Ferries', position: 3 }),
    ];
    expect(kinds(compareCodebooks(before, after))).toEqual([
      'renamed Rivers',
      'redefined Rivers',
      'moved Rivers > Bridges',
      'added Ferries',
    ]);
  });

  it('tells a merged code from a removed one, also through two merges', () => {
    const before = [codeOf('a'), codeOf('b'), codeOf('c'), codeOf('d')];
    const after = [codeOf('d', { mergedFrom: ['a', 'b'] as CodeId[] })];
    expect(kinds(compareCodebooks(before, after))).toEqual(['merged a', 'merged b', 'removed c']);
  });

  it('does not take another order for a difference', () => {
    expect(compareCodebooks([codeOf('a', { position: 1 })], [codeOf('a', { position: 9 })])).toEqual([]);
  });

  it('says of every code that came or went exactly once that it did', () => {
    fc.assert(
      fc.property(anyCodes, anyCodes, (before, after) => {
        const differences = compareCodebooks(before, after);
        const ids = (codes: readonly { id: string }[]): string[] => codes.map(({ id }) => id);
        const told = (kind: string): string[] =>
          ids(differences.flatMap((d) => (d.kind === kind ? [d.code] : []))).sort();
        expect(told('added')).toEqual(ids(after.filter(({ id }) => !ids(before).includes(id))).sort());
        expect(told('removed')).toEqual(ids(before.filter(({ id }) => !ids(after).includes(id))).sort());
      }),
    );
  });

  it('finds no difference between a codebook and itself', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        expect(compareCodebooks(codes, codes)).toEqual([]);
      }),
    );
  });
});
