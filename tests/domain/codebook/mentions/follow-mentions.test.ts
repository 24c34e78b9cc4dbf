import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '#domain/codebook/code-name.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { mergeCodes } from '#domain/codebook/merge-codes.ts';
import { mentionNamesOf } from '#domain/codebook/mentions/code-mentions.ts';
import { withMentionsFollowing } from '#domain/codebook/mentions/follow-mentions.ts';
import { moveCode } from '#domain/codebook/move-code.ts';
import { removeCodes } from '#domain/codebook/remove-code.ts';
import { renameCode } from '#domain/codebook/update-code.ts';
import { invert, type Change } from '#domain/history/change.ts';
import type { Code, CodeId, ProjectRecord } from '#domain/project/records.ts';
import { applyToCodes, codeOf, countingEnvironment, sortedById } from '../code-builder.ts';

const project: ProjectRecord = { id: 'p', name: 'P', createdAt: '2026-01-01T00:00:00.000Z' };

function follow(codes: readonly Code[], change: Change, introduction?: string): Change {
  const record = introduction === undefined ? project : { ...project, codebookIntroduction: introduction };
  return withMentionsFollowing(change, { codes: new Map(codes.map((code) => [code.id, code])), project: record });
}

function after(codes: readonly Code[], change: Change): Code[] {
  return applyToCodes(codes, follow(codes, change));
}

function renaming(codes: readonly Code[], id: string, name: string): Change {
  const outcome = renameCode(buildCodeTree(codes), id as CodeId, name, countingEnvironment());
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const definitionOf = (codes: readonly Code[], id: string): string =>
  codes.find((code) => code.id === id)?.definition ?? '';

/** Names that are parts of each other, with spaces, signs, in several scripts. */
const names = [
  'Cost',
  'Cost to the town',
  'Cost to',
  'Sum (all)',
  'الثقة',
  'الثقة بالمجلس',
  '成本',
  '👍',
  '👍🏽',
  'A > B',
  '[x]',
  '@home',
];
const anyNames = fc.constantFrom(...names);

/** A codebook of which each text names some codes, as we write them, between words that may go on a name. */
const anyNaming: fc.Arbitrary<Code[]> = fc
  .array(
    fc.record({
      name: anyNames,
      parent: fc.option(fc.nat({ max: 5 }), { nil: null }),
      naming: fc.array(
        fc.tuple(
          fc.constantFrom('use ', '', ' to the town ', ', ', ' بالمجلس ', '以外', ' mail a@b.c '),
          fc.nat({ max: 7 }),
        ),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drafts) => {
    const taken = new Set<string>();
    const bare = drafts.map(({ name, parent }, index) => {
      const parentId = parent !== null && parent < index ? `c${parent}` : null;
      const key = (text: string): string => `${parentId} ${nameKey(text)}`;
      const free = taken.has(key(name)) ? `${name} ${index}` : name;
      taken.add(key(free));
      return codeOf(`c${index}`, { name: free, parent: parentId });
    });
    const known = mentionNamesOf(buildCodeTree(bare));
    return bare.map((code, index) => {
      let definition = '';
      for (const [words, target] of drafts[index]?.naming.toReversed() ?? []) {
        const id = bare[target % bare.length]?.id ?? code.id;
        const rest = definition;
        const written = words + (known.write(id, rest) ?? '');
        definition = written + rest;
      }
      return { ...code, definition };
    });
  });

function namedIn(codes: readonly Code[], codebook = codes): string[][] {
  const known = mentionNamesOf(buildCodeTree(codebook));
  return sortedById(codes).map(({ definition }) => known.mentionsIn(definition).map(({ code }) => code.id));
}

describe('texts that name codes', () => {
  const codes = [
    codeOf('money', { name: 'Money' }),
    codeOf('cost', { name: 'Cost', parent: 'money' }),
    codeOf('plans', { name: 'Plans', definition: 'Prices: use @Cost. Else @Money.' }),
  ];

  it('follow a code to its new name, also in the introduction, without being edited themselves', () => {
    const change = follow(codes, renaming(codes, 'cost', 'Price'), 'Begin with @Cost.');
    const now = applyToCodes(codes, change);
    expect(definitionOf(now, 'plans')).toBe('Prices: use @Price. Else @Money.');
    expect(now.find(({ id }) => id === 'plans')?.modifiedAt).toBe(codes[2]?.modifiedAt);
    expect(change.project?.updated?.[0]?.[1].codebookIntroduction).toBe('Begin with @Price.');
    expect(sortedById(applyToCodes(now, invert(change)))).toEqual(sortedById(codes));
  });

  it('say what a code stands under as soon as another one has its name', () => {
    const added = codeOf('cost2', { name: 'Cost', parent: 'plans' });
    expect(definitionOf(after(codes, { codes: { added: [added] } }), 'plans')).toBe(
      'Prices: use @Money > Cost. Else @Money.',
    );
    const atTop = codeOf('cost2', { name: 'Cost' });
    expect(definitionOf(after(codes, { codes: { added: [atTop] } }), 'plans')).toContain('@Money > Cost.');
  });

  it('keep the plain words of a code that is gone', () => {
    const removal = removeCodes(
      buildCodeTree(codes),
      { codings: [], memos: [] },
      ['cost' as CodeId],
      { codings: 'go', below: 'go' },
      countingEnvironment(),
    );
    const change = removal.ok ? removal.value.change : {};
    expect(definitionOf(after(codes, change), 'plans')).toBe('Prices: use Cost. Else @Money.');
  });

  it('name the code that took another one in, also in words that came from the lost one', () => {
    const own = codes.map((code) => (code.id === 'cost' ? { ...code, definition: 'Unlike @Plans.' } : code));
    const nothing = { codings: [], memos: [], sets: [] };
    const fields = { definition: 'Both: @Plans and @Cost.' };
    const merge = mergeCodes(
      buildCodeTree(own),
      ['cost' as CodeId],
      'money' as CodeId,
      fields,
      nothing,
      countingEnvironment(),
    );
    const now = after(own, merge.ok ? merge.value.change : {});
    expect(definitionOf(now, 'plans')).toBe('Prices: use @Money. Else @Money.');
    expect(definitionOf(now, 'money')).toBe('Both: @Plans and @Money.');
  });

  it('are left alone by changes that rename nothing', () => {
    const [, cost] = codes;
    if (!cost) throw new Error('no code');
    const change: Change = { codes: { updated: [[cost, { ...cost, memo: 'More.', position: 4 }]] } };
    expect(follow(codes, change)).toBe(change);
  });

  it('name the same codes after any renaming, moving or deleting, and read as before when it is taken back by hand', () => {
    fc.assert(
      fc.property(anyNaming, fc.nat(), anyNames, fc.nat(), (before, at, name, under) => {
        const id = before[at % before.length]?.id ?? ('' as CodeId);
        const tree = buildCodeTree(before);
        const environment = countingEnvironment();
        const parentId = under % 3 === 0 ? null : (before[under % before.length]?.id ?? null);
        const renamed = renameCode(tree, id, name, environment);
        const moved = moveCode(tree, id, parentId, null, environment);
        if (renamed.ok) {
          const now = after(before, renamed.value);
          expect(namedIn(now)).toEqual(namedIn(before));
          const back = after(now, renaming(now, id, tree.get(id)?.name ?? ''));
          expect(sortedById(back).map(({ definition }) => definition)).toEqual(
            sortedById(before).map(({ definition }) => definition),
          );
        }
        if (moved.ok) expect(namedIn(after(before, moved.value))).toEqual(namedIn(before));
        const policy = { codings: 'go', below: 'go' } as const;
        const removed = removeCodes(tree, { codings: [], memos: [] }, [id], policy, environment);
        if (removed.ok) {
          const now = after(before, removed.value.change);
          const isThere = new Set<string>(now.map((code) => code.id));
          const ofThose = namedIn(
            before.filter((code) => isThere.has(code.id)),
            before,
          );
          expect(namedIn(now)).toEqual(ofThose.map((ids) => ids.filter((each) => isThere.has(each))));
        }
      }),
      { numRuns: 300 },
    );
  });
});
