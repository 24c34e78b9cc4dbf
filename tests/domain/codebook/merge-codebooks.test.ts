import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { carryOutMerge, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { nameKey } from '#domain/codebook/code-name.ts';
import { matchCodebooks } from '#domain/codebook/match-codebooks.ts';
import { mergeFields, mergeText, planCodebookMerge } from '#domain/codebook/merge-codebooks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import {
  anyCodes,
  anyTree,
  applyToCodes,
  codeOf,
  countingEnvironment,
  expectTree,
  sortedById,
} from './code-builder.ts';

/** A codebook, and two that came of it: renamed, rewritten, moved and removed at random, always true trees. */
const anyEdits: fc.Arbitrary<[Code[], Code[], Code[]]> = fc
  .tuple(anyTree, someEdits(), someEdits())
  .map(([start, ours, theirs]) => [start, edited(start, ours), edited(start, theirs)]);

function someEdits(): fc.Arbitrary<Edit[]> {
  return fc.array(fc.record({ at: fc.nat(11), kind: fc.nat(4), to: fc.nat(11) }));
}

interface Edit {
  readonly at: number;
  readonly kind: number;
  readonly to: number;
}

function edited(codes: readonly Code[], edits: readonly Edit[]): Code[] {
  let now = [...codes];
  for (const { at, kind, to } of edits) {
    const code = now[at % now.length];
    if (!code) break;
    if (kind === 0) now = now.filter(({ id, parentId }) => id !== code.id && parentId !== code.id);
    const parentId = now[to % now.length]?.id ?? null;
    const other =
      kind === 1
        ? { ...code, name: `Name ${to}` }
        : kind === 2
          ? { ...code, definition: `Words ${to}` }
          : kind === 3
            ? { ...code, parentId }
            : { ...code, color: `ink ${to}`, shortcut: String(to % 10) };
    const next = now.map((each) => (each.id === code.id ? other : each));
    if (isSound(next)) now = next;
  }
  return isSound(now) ? now : [...codes];
}

function isSound(codes: readonly Code[]): boolean {
  const tree = buildCodeTree(codes);
  const names = tree.codes().map((code) => `${code.parentId ?? ''} ${nameKey(code.name)}`);
  const keys = codes.map(({ shortcut }) => shortcut).filter((key) => key !== '');
  const areParentsThere = tree.codes().every((code) => tree.parentOf(code.id) === code.parentId);
  return areParentsThere && new Set(names).size === names.length && new Set(keys).size === keys.length;
}

/** The field an adjustment is about. */
const adjusted = { numbered: 'name', raised: 'parentId', keyLost: 'shortcut' } as const;

const nobody = new Set<CodeId>();

function merged(
  base: readonly Code[] | null,
  ours: readonly Code[],
  theirs: readonly Code[],
  choices: Readonly<Record<string, MergeChoice>> = {},
): Code[] {
  const plan = planCodebookMerge({ base, ours, theirs }, nobody);
  const { change } = carryOutMerge(plan, ours, new Map(Object.entries(choices)), countingEnvironment());
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

  it('asks nothing of texts in which only the name of a code differs, and takes a text with its links', () => {
    const money = (name: string): Code => codeOf('m', { name });
    const climate = (words: string): Code => codeOf('c', { name: 'Climate', position: 2, exclude: words });
    const start = [money('Money saved'), climate('Costs: use @Money saved.')];
    const ours = [money('Savings'), climate('Costs: use @Savings.')];
    const theirs = [money('Money spared'), climate('Costs: use @Money spared.')];
    const plan = planCodebookMerge({ base: start, ours, theirs }, nobody);
    expect(plan.conflicts.map(({ key }) => key)).toEqual(['m name']);
    expect(plan.taken).toEqual([]);

    const more = [money('Money spared'), climate('Costs: use @Money spared. Not loans.')];
    const taken = planCodebookMerge({ base: start, ours, theirs: more }, nobody);
    const { change } = carryOutMerge(taken, ours, new Map(), countingEnvironment());
    expect(applyToCodes(ours, change)[1]?.exclude).toBe('Costs: use @Savings. Not loans.');
  });

  it('links a text of theirs to the code that has taken in the one they name', () => {
    const [proof, told] = [codeOf('p', { name: 'Proof' }), codeOf('t', { name: 'Told', position: 2 })];
    const about = (words: string): Code => codeOf('c', { name: 'Climate', position: 3, include: words });
    const start = [proof, told, about('See @Proof.')];
    const ours = [{ ...told, mergedFrom: [proof.id] }, about('See @Told.')];
    const theirs = [proof, told, about('See @Proof. Always.')];
    const { change } = carryOutMerge(
      planCodebookMerge({ base: start, ours, theirs }, nobody),
      ours,
      new Map(),
      countingEnvironment(),
    );
    expect(applyToCodes(ours, change).find(({ id }) => id === 'c')?.include).toBe('See @Told. Always.');
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

  it('asks who is right where two moves would close a circle, and puts all as with them if that is chosen', () => {
    const start = [codeOf('a'), codeOf('b'), codeOf('c')];
    const weMoved = [codeOf('a', { parent: 'b' }), codeOf('b'), codeOf('c')];
    const theyMoved = [codeOf('a'), codeOf('b', { parent: 'c' }), codeOf('c', { parent: 'a' })];
    const plan = planCodebookMerge({ base: start, ours: weMoved, theirs: theyMoved }, nobody);
    expect(plan.conflicts.map(({ key }) => key)).toEqual(['c parentId', 'b parentId']);
    const parents = (choices: Record<string, MergeChoice>): unknown =>
      merged(start, weMoved, theyMoved, choices).map(({ id, parentId }) => `${id} ${parentId ?? 'top'}`);
    expect(parents({})).toEqual(['a b', 'b top', 'c top']);
    expect(parents({ 'b parentId': 'theirs', 'c parentId': 'theirs' })).toEqual(['a top', 'b c', 'c a']);
  });

  it('asks about a code that both have moved, and takes the place that was chosen', () => {
    const start = [codeOf('a'), codeOf('b'), codeOf('c')];
    const [weMoved, theyMoved] = ['b', 'c'].map((parent) => [codeOf('a', { parent }), codeOf('b'), codeOf('c')]);
    const plan = planCodebookMerge({ base: start, ours: weMoved ?? [], theirs: theyMoved ?? [] }, nobody);
    expect(plan.conflicts.map(({ key }) => key)).toEqual(['a parentId']);
    const result = merged(start, weMoved ?? [], theyMoved ?? [], { 'a parentId': 'theirs' });
    expect(get(result, 'a')?.parentId).toBe('c');
  });

  it('tells what had to give way: a name taken here, a key of ours, a parent that is gone', () => {
    const start = [codeOf('a', { name: 'Water' }), codeOf('g', { name: 'Group' })];
    const ours = [codeOf('a', { name: 'Rain', shortcut: 'r' })];
    const theirs = [...start, codeOf('x', { name: 'rain', shortcut: 'r' }), codeOf('y', { name: 'Fog', parent: 'g' })];
    const plan = planCodebookMerge({ base: start, ours, theirs }, nobody);
    const { change, adjustments } = carryOutMerge(plan, ours, new Map(), countingEnvironment());
    expect(adjustments.map(({ kind, code, wanted }) => [kind, code.id, wanted])).toEqual([
      ['numbered', 'x', 'rain'],
      ['raised', 'y', ''],
      ['keyLost', 'x', 'r'],
    ]);
    const result = applyToCodes(ours, change);
    expect(get(result, 'a')).toMatchObject({ name: 'Rain', shortcut: 'r' });
    expect(get(result, 'x')).toMatchObject({ name: 'rain (2)', shortcut: '' });
    expect(get(result, 'y')?.parentId).toBeNull();
  });

  it('takes two codes of one name that both have added for the same, and asks which definition holds', () => {
    const ours = [codeOf('o', { name: 'Fog', definition: 'mine' })];
    const theirs = [codeOf('t', { name: 'fog', definition: 'yours' })];
    expect(planCodebookMerge({ base: [], ours, theirs }, nobody).conflicts.map(({ key }) => key)).toEqual([
      'o name',
      'o definition',
    ]);
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

  it('changes nothing where ours is merged with itself, whatever the common state', () => {
    fc.assert(
      fc.property(fc.option(anyTree), anyTree, (start, codes) => {
        expect(merged(start, codes, codes)).toEqual(codes);
      }),
    );
  });

  it('asks about the same fields from either side', () => {
    const asked = (start: readonly Code[], ours: readonly Code[], theirs: readonly Code[]): string[] =>
      planCodebookMerge({ base: start, ours, theirs }, nobody).conflicts.flatMap((conflict) =>
        conflict.kind === 'field' && conflict.field !== 'parentId' ? [conflict.key] : [],
      );
    fc.assert(
      fc.property(anyEdits, ([start, ours, theirs]) => {
        expect(asked(start, ours, theirs).toSorted()).toEqual(asked(start, theirs, ours).toSorted());
      }),
    );
  });

  it('comes to the same from either side where nobody is asked and nothing gives way', () => {
    fc.assert(
      fc.property(anyEdits, ([start, ours, theirs]) => {
        const plan = planCodebookMerge({ base: start, ours, theirs }, nobody);
        const { change, adjustments } = carryOutMerge(plan, ours, new Map(), countingEnvironment());
        fc.pre(plan.conflicts.length === 0 && adjustments.length === 0);
        const plain = (codes: readonly Code[]): unknown =>
          sortedById(codes).map(({ id, name, definition, parentId }) => [id, name, definition, parentId]);
        expect(plain(applyToCodes(ours, change))).toEqual(plain(merged(start, theirs, ours)));
      }),
    );
  });

  it('takes every difference of theirs, asks about it, or tells that it stays out', () => {
    fc.assert(
      fc.property(fc.boolean(), anyEdits, (isCommon, [start, ours, theirs]) => {
        const common = isCommon ? start : null;
        const plan = planCodebookMerge({ base: common, ours, theirs }, nobody);
        const { change, adjustments } = carryOutMerge(plan, ours, new Map(), countingEnvironment());
        const result = applyToCodes(ours, change);
        const told = new Set([
          ...plan.conflicts.map(({ key }) => key),
          ...plan.left.map(({ match, field }) => `${match.ours.id} ${field}`),
          ...adjustments.map(({ kind, code }) => `${code.id} ${adjusted[kind]}`),
        ]);
        const origins = new Map(common?.map((code) => [code.id, code]));
        for (const match of plan.matches) {
          const id = match.ours?.id ?? match.theirs.id;
          const is = get(result, id);
          const was = origins.get(id);
          for (const field of mergeFields) {
            const theirText = mergeText(match.theirs, field, plan.idsHere);
            // What they have not changed, or not written, is no difference of theirs.
            if (was ? mergeText(was, field, plan.idsHere) === theirText : theirText === '') continue;
            const isTaken = is !== undefined && mergeText(is, field, plan.idsHere) === theirText;
            const isTold = told.has(`${id} ${field}`) || told.has(`${id} back`);
            expect(isTaken || isTold, `${id} ${field}`).toBe(true);
          }
        }
        const theirIds = new Set(plan.matches.map((match) => match.ours?.id ?? match.theirs.id));
        for (const { id } of common ?? [])
          if (!theirIds.has(id)) expect(get(result, id) === undefined || told.has(`${id} gone`)).toBe(true);
      }),
    );
  });

  it('always ends in a tree without namesakes side by side, whatever is decided', () => {
    const choices = fc.array(fc.constantFrom<MergeChoice>('ours', 'theirs', 'both'), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.option(anyTree), anyTree, anyTree, choices, (start, ours, theirs, decided) => {
        const plan = planCodebookMerge({ base: start, ours, theirs }, nobody);
        const made = new Map(plan.conflicts.map(({ key }, at) => [key, decided[at % decided.length] ?? 'ours']));
        const result = applyToCodes(ours, carryOutMerge(plan, ours, made, countingEnvironment()).change);
        expectTree(result);
      }),
    );
  });
});
