import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { carryOutMerge, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { matchCodebooks } from '#domain/codebook/match-codebooks.ts';
import { planCodebookMerge } from '#domain/codebook/merge-codebooks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { anyCodes, anyTree, applyToCodes, codeOf, countingEnvironment, expectTree } from './code-builder.ts';

const nobody = new Set<CodeId>();

function merged(
  base: readonly Code[] | null,
  ours: readonly Code[],
  theirs: readonly Code[],
  choices: Readonly<Record<string, MergeChoice>> = {},
): Code[] {
  const plan = planCodebookMerge({ base, ours, theirs }, nobody);
  const change = carryOutMerge(plan, ours, new Map(Object.entries(choices)), countingEnvironment());
  return applyToCodes(ours, change);
}

function get(codes: readonly Code[], id: string): Code | undefined {
  return codes.find((code) => code.id === id);
}

describe('matching two codebooks', () => {
  it('finds a code by id, then by path, then by likeness, each once', () => {
    const ours = [
      codeOf('a', { name: 'Own experience' }),
      codeOf('b', { name: 'Figures' }),
      codeOf('c', { name: 'Trust in the council', definition: 'Whether the council is believed.' }),
    ];
    const theirs = [
      codeOf('a', { name: 'Personal story' }),
      codeOf('x', { name: 'figures ' }),
      codeOf('y', { name: 'Trust in council', definition: 'Whether the council is believed or not.' }),
      codeOf('z', { name: 'Weather' }),
    ];
    const matches = matchCodebooks({ base: null, ours, theirs });
    const found = Object.fromEntries(matches.map(({ theirs: code, ours: own, by }) => [code.id, [own?.id, by]]));
    expect(found).toEqual({ a: ['a', 'id'], x: ['b', 'path'], y: ['c', 'similarity'], z: [undefined, 'new'] });
  });

  it('leaves apart what a person has said to be two codes', () => {
    const [ours, theirs] = [[codeOf('a', { name: 'Trust' })], [codeOf('x', { name: 'Trust' })]];
    expect(matchCodebooks({ base: null, ours, theirs }, new Set(['x' as CodeId]))[0]?.by).toBe('new');
  });
});

describe('merging two codebooks', () => {
  const base = [codeOf('a', { name: 'Water', definition: 'old' }), codeOf('b', { name: 'Bridges', position: 2 })];

  it('takes what only they changed and keeps what only we changed', () => {
    const ours = [{ ...base[0], name: 'Rivers' } as Code, base[1] as Code];
    const theirs = [{ ...base[0], definition: 'new' } as Code, base[1] as Code];
    expect(get(merged(base, ours, theirs), 'a')).toMatchObject({ name: 'Rivers', definition: 'new' });
  });

  it('asks where both changed the same, and does what was decided', () => {
    const ours = [{ ...base[0], definition: 'mine' } as Code];
    const theirs = [{ ...base[0], definition: 'yours' } as Code];
    const only = [base[0] as Code];
    expect(planCodebookMerge({ base: only, ours, theirs }, nobody).conflicts.map(({ key }) => key)).toEqual([
      'a definition',
    ]);
    const definitionWith = (choice: MergeChoice): string | undefined =>
      get(merged(only, ours, theirs, { 'a definition': choice }), 'a')?.definition;
    expect([definitionWith('ours'), definitionWith('theirs'), definitionWith('both')]).toEqual([
      'mine',
      'yours',
      'mine\nyours',
    ]);
  });

  it('removes what they removed, but asks for a code that has codings or that we changed', () => {
    const theirs = [base[0] as Code];
    expect(merged(base, base, theirs).map(({ id }) => id)).toEqual(['a']);
    const asked = planCodebookMerge({ base, ours: base, theirs }, new Set(['b' as CodeId]));
    expect(asked.conflicts.map(({ kind }) => kind)).toEqual(['removedByThem']);
    const changed = [base[0] as Code, { ...base[1], definition: 'ours' } as Code];
    expect(planCodebookMerge({ base, ours: changed, theirs }, nobody).conflicts).toHaveLength(1);
  });

  it('lets go what we removed, unless they changed it since and it is wanted back', () => {
    const ours = [base[0] as Code];
    expect(merged(base, ours, base).map(({ id }) => id)).toEqual(['a']);
    const theirs = [base[0] as Code, { ...base[1], definition: 'worth it' } as Code];
    expect(merged(base, ours, theirs).map(({ id }) => id)).toEqual(['a']);
    expect(merged(base, ours, theirs, { 'b back': 'theirs' }).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('fills empty fields without a common state, and asks where two texts differ', () => {
    const ours = [codeOf('a', { name: 'Water', definition: 'mine' })];
    const theirs = [codeOf('x', { name: 'Water', definition: 'yours', include: 'Rain.' })];
    const plan = planCodebookMerge({ base: null, ours, theirs }, nobody);
    expect(plan.conflicts.map(({ key }) => key)).toEqual(['a definition']);
    expect(get(merged(null, ours, theirs), 'a')).toMatchObject({ definition: 'mine', include: 'Rain.' });
  });

  it('puts their new codes under our parents, and cuts a circle that two moves would make', () => {
    const ours = [codeOf('a', { name: 'Water' })];
    const theirs = [codeOf('x', { name: 'Water' }), codeOf('y', { name: 'Rain', parent: 'x' })];
    expect(get(merged(null, ours, theirs), 'y')?.parentId).toBe('a');
    const start = [codeOf('a'), codeOf('b')];
    const weMoved = [codeOf('a', { parent: 'b' }), codeOf('b')];
    const theyMoved = [codeOf('a'), codeOf('b', { parent: 'a' })];
    const result = merged(start, weMoved, theyMoved);
    expect(buildCodeTree(result).roots.every(({ parentId }) => parentId === null)).toBe(true);
  });

  it('leaves everything as it is when they bring nothing new', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const plan = planCodebookMerge({ base: codes, ours: codes, theirs: codes }, nobody);
        expect([plan.conflicts, plan.taken, plan.added, plan.removed]).toEqual([[], [], [], []]);
      }),
    );
  });

  it('takes over everything when we changed nothing since', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (before, theirs) => {
        const result = merged(before, before, theirs);
        const tree = buildCodeTree(theirs);
        expect(result.map(({ id }) => id).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
        for (const code of result) expect(code.parentId).toBe(tree.parentOf(code.id));
      }),
    );
  });

  it('always ends in a tree without namesakes side by side, whatever is decided', () => {
    const choices = fc.array(fc.constantFrom<MergeChoice>('ours', 'theirs', 'both'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.option(anyTree), anyTree, anyTree, choices, (start, ours, theirs, decided) => {
        const plan = planCodebookMerge({ base: start, ours, theirs }, nobody);
        const made = new Map(plan.conflicts.map(({ key }, at) => [key, decided[at % decided.length] ?? 'ours']));
        const result = applyToCodes(ours, carryOutMerge(plan, ours, made, countingEnvironment()));
        expectTree(result);
      }),
    );
  });
});
