import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import { planCodebookMerge } from '#domain/codebook/merge-codebooks.ts';
import type { Code, CodeId, CodeSetId } from '#domain/project/records.ts';
import { decideMerge, mergeTheirs } from '#features/codebook-merge/commands/merge-theirs.ts';
import { aCode, aCoding, aMemo } from '#tests/support/builders.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const water = aCode({ id: 'water' as CodeId, name: 'Water' });
const fire = aCode({ id: 'fire' as CodeId, name: 'Fire' });
const silent = new Map<CodeId, ReadonlySet<keyof Code>>();

async function projectWith(codes: readonly Code[]) {
  const project = await openTestProject();
  const added = {
    codes: { added: codes },
    codings: { added: [aCoding({ codeId: fire.id })] },
    memos: { added: [aMemo({ subject: { kind: 'code', codeId: fire.id } })] },
  };
  await project.commit(added, { label: { key: 'importCodebook', params: {} }, policy: 'undoable' });
  await project.loadAllCodings(() => Promise.resolve());
  return project;
}

describe('a merge', () => {
  it('lets a code in use stay unless that is decided, and then takes its codings and memos along, all undone in one step', async () => {
    const project = await projectWith([water, fire]);
    const theirs = { name: 'theirs.csv', codes: [water], silent, sets: [] };
    const sides = { base: [water, fire], ours: [water, fire], theirs: [water] };
    const plan = planCodebookMerge(sides, new Set([fire.id]));
    expect(decideMerge(project, plan, theirs, new Map(), { sets: [] }).change).toEqual({});

    const { change } = decideMerge(project, plan, theirs, new Map([['fire gone', 'theirs']]), { sets: [] });
    await mergeTheirs(project, theirs.name, change);
    expect([project.codes.size, project.codings.size, project.memos.size]).toEqual([1, 0, 0]);
    await project.undo();
    expect([project.codes.size, project.codings.size, project.memos.size]).toEqual([2, 1, 1]);
    await project.close();
  });

  it('unites sets by name, their members under the ids codes have here', async () => {
    const project = await projectWith([water, fire]);
    const origin = { createdAt: '', modifiedAt: '', createdBy: project.coderId };
    const set = { id: 'set' as CodeSetId, name: 'Elements', description: '', codeIds: [fire.id], ...origin };
    const label = { key: 'editSet', params: { name: set.name } };
    await project.commit({ codeSets: { added: [set] } }, { label, policy: 'undoable' });
    const theirWater = { ...water, id: 'aqua' as CodeId };
    const sets = [{ id: 'other', name: 'elements', description: '', codeIds: ['aqua'] }];
    const plan = planCodebookMerge({ base: null, ours: [water, fire], theirs: [theirWater] }, new Set([fire.id]));
    const { change } = decideMerge(project, plan, { name: 'x', codes: [theirWater], silent, sets }, new Map(), null);
    expect(change.codeSets?.updated?.[0]?.[1]).toMatchObject({ name: 'Elements', codeIds: ['fire', 'water'] });
    await project.close();
  });

  it('gives a new code whose file says nothing about colours an ink that its neighbours have not', async () => {
    const project = await projectWith([water, fire]);
    const air = aCode({ id: 'air' as CodeId, name: 'Air', color: water.color });
    const plan = planCodebookMerge({ base: null, ours: [water, fire], theirs: [air] }, new Set());
    const colorOf = (said: ReadonlyMap<CodeId, ReadonlySet<keyof Code>>): string | undefined =>
      decideMerge(project, plan, { name: 'x', codes: [air], silent: said, sets: [] }, new Map(), null).change.codes
        ?.added?.[0]?.color;
    expect(colorOf(silent)).toBe(water.color);
    expect(colorOf(new Map([[air.id, new Set<keyof Code>(['color'])]]))).not.toBe(water.color);
    await project.close();
  });

  it.each([
    ['is taken where there is none here', '', null, 'Theirs.', []],
    ['is taken where ours is as it was', 'Old.', 'Old.', 'Theirs.', []],
    ['stays out where only we have changed it', 'Ours.', 'Theirs.', 'Ours.', []],
    ['stays out and is told where we both have', 'Ours.', 'Old.', 'Ours.', ['introductionLeft']],
    ['stays out and is told where nobody knows what was', 'Ours.', null, 'Ours.', ['introductionLeft']],
  ])('an introduction of theirs %s', async (_, ours, common, after, told) => {
    const project = await projectWith([water]);
    const label = { key: 'codebookIntroduction', params: {} };
    await project.commit(writeIntroduction(project.project, ours), { label, policy: 'undoable' });
    const plan = planCodebookMerge({ base: null, ours: [water], theirs: [water] }, new Set());
    const theirs = { name: 'x', codes: [water], silent, sets: [], introduction: 'Theirs.' };
    const base = common === null ? null : { sets: [], introduction: common };
    const { change, left } = decideMerge(project, plan, theirs, new Map(), base);
    await mergeTheirs(project, theirs.name, change);
    expect(project.project.codebookIntroduction).toBe(after);
    expect(left.map(({ kind }) => kind)).toEqual(told);
    await project.close();
  });
});
