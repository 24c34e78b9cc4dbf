import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Code, CodeId } from '#domain/project/records.ts';
import { readOutline } from '#domain/interchange/codebook-files/outline.ts';
import { problemText } from '#bridge/problem-text.ts';
import { beginWith, planBeginning } from '#features/codebook-start/commands/begin-with.ts';
import { deleteCodes } from '#features/codebook/commands/delete-codes.ts';
import { moveCodesTo, nudgeCodes } from '#features/codebook/commands/move-code.ts';
import { createCode, editCode } from '#features/codebook/commands/save-code.ts';
import { PanelState } from '#features/codebook/panel-state.ts';
import { noteCodesUsed, recentCodes } from '#features/codebook/recent-codes.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState } from '#storage/view-state.ts';
import { aCode } from '#tests/support/builders.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const id = (text: string): CodeId => text as CodeId;
const opened: OpenProject[] = [];

/** Reasons > Cost, Safety, Trust; Places. */
async function aProject(): Promise<OpenProject> {
  const project = await openTestProject();
  opened.push(project);
  const code = (name: string, position: number, parentId: CodeId | null): Code =>
    aCode({ id: id(name), name, position, parentId });
  const codes = [
    code('Reasons', 1, null),
    code('Places', 2, null),
    code('Cost', 1, id('Reasons')),
    code('Safety', 2, id('Reasons')),
    code('Trust', 3, id('Reasons')),
  ];
  await project.commit(
    { codes: { added: codes } },
    { label: { key: 'importCodebook', params: {} }, policy: 'undoable' },
  );
  return project;
}

afterEach(async () => {
  for (const project of opened.splice(0)) await project.close();
});

const told: string[] = [];
const tell = (words: string): number => told.push(words);
const rows = (project: OpenProject): string[] =>
  treeOf(project).rows.map(({ code, depth }) => `${'- '.repeat(depth)}${code.name}`);

describe('moving codes', () => {
  it('tells where one has come to: under another one, to the top, among its siblings', async () => {
    const project = await aProject();
    told.length = 0;
    await moveCodesTo(project, [id('Places')], id('Reasons'), id('Trust'), tell);
    await moveCodesTo(project, [id('Cost')], null, null, tell);
    await moveCodesTo(project, [id('Trust')], id('Reasons'), id('Safety'), tell);
    expect(told).toEqual([
      '“Places” moved under “Reasons”, 3 of 4',
      '“Cost” moved to the top, 2 of 2',
      '“Trust” moved, now 1 of 3',
    ]);
  });

  it('tells the same of several, and names in the history what undo takes back', async () => {
    const project = await aProject();
    told.length = 0;
    await moveCodesTo(project, [id('Safety'), id('Cost')], id('Places'), null, tell);
    expect(told).toEqual(['2 codes moved under “Places”, 1 to 2 of 2']);
    expect(rows(project)).toEqual(['Reasons', '- Trust', 'Places', '- Cost', '- Safety']);
    expect(await project.undo()).toMatchObject({ key: 'moveCodesUnder', params: { count: 2, parent: 'Places' } });
    expect(rows(project)).toEqual(['Reasons', '- Cost', '- Safety', '- Trust', 'Places']);
  });

  it('changes nothing where there is nowhere to go', async () => {
    const project = await aProject();
    const before = rows(project);
    await nudgeCodes(project, [id('Cost')], 'up');
    await nudgeCodes(project, [id('Trust')], 'down');
    await nudgeCodes(project, [id('Cost')], 'in');
    await nudgeCodes(project, [id('Places')], 'out');
    expect(rows(project)).toEqual(before);
    await nudgeCodes(project, [id('Cost'), id('Safety')], 'down');
    expect(rows(project).slice(0, 4)).toEqual(['Reasons', '- Trust', '- Cost', '- Safety']);
  });
});

describe('names of siblings', () => {
  it('stay unique when a code is made, renamed, or moved, and the refusal says which name is taken where', async () => {
    const project = await aProject();
    const draft = { name: 'cost', parentId: id('Reasons') };
    const made = await createCode(project, draft);
    const words: (string | null)[] = [made.ok ? null : problemText(made.problem)];
    const renamed = await editCode(project, id('Safety'), { name: 'cost' });
    words.push(renamed && problemText(renamed));
    await createCode(project, { name: 'cost', parentId: null });
    const other = [...project.codes.values()].find(({ name }) => name === 'cost');
    const moved = await moveCodesTo(project, [other?.id ?? id('')], id('Reasons'), null, tell);
    words.push(moved && problemText(moved));
    const edited = await editCode(project, other?.id ?? id(''), {}, id('Reasons'));
    words.push(edited && problemText(edited));
    expect(words).toEqual(Array(4).fill('“Reasons” already has a code “cost”.'));
  });

  it('stay unique when an outline is pasted: a namesake in the same place is the code that is there', async () => {
    const project = await aProject();
    const { rows: pasted } = readOutline('Reasons\n\tcost\n\tCost\nCost\n');
    await beginWith(project, 'outline', planBeginning(project, pasted).change);
    expect(rows(project)).toEqual(['Reasons', '- Cost', '- Safety', '- Trust', 'Places', 'Cost']);
  });

  it('stay unique when a code that was deleted comes back: its namesake, made later, goes before', async () => {
    const project = await aProject();
    await deleteCodes(project, [id('Cost')]);
    expect((await createCode(project, { name: 'Cost', parentId: id('Reasons') })).ok).toBe(true);
    await project.undo();
    expect(rows(project)).toEqual(['Reasons', '- Safety', '- Trust', 'Places']);
    await project.undo();
    expect(rows(project)).toEqual(['Reasons', '- Cost', '- Safety', '- Trust', 'Places']);
  });
});

describe('the state of the panel', () => {
  it('remembers what is closed and the order, and nothing of a filter or what is marked', async () => {
    const project = await aProject();
    const panel = new PanelState(project);
    panel.openFilter();
    panel.select(id('Cost'));
    panel.change({ collapsed: new Set([id('Reasons')]), order: 'name', query: 'co' });
    await expect.poll(() => loadViewState(project.database, 'codePanel')).toBeDefined();
    const again = new PanelState(project);
    await expect.poll(() => again.snapshot().order).toBe('name');
    const { collapsed, query, selected, focused } = again.snapshot();
    expect([[...collapsed], query, [...selected], focused]).toEqual([['Reasons'], null, [], null]);
  });

  it('opens what is closed above codes, and nothing else', async () => {
    const project = await aProject();
    const panel = new PanelState(project);
    await moveCodesTo(project, [id('Safety')], id('Cost'), null, tell);
    panel.change({ collapsed: new Set([id('Reasons'), id('Cost'), id('Places')]) });
    panel.openAbove(treeOf(project), [id('Safety')]);
    expect([...panel.snapshot().collapsed]).toEqual(['Places']);
  });

  it('marks nothing that is gone, by deleting or by undo', async () => {
    const project = await aProject();
    const panel = new PanelState(project);
    panel.select(id('Trust'));
    panel.change({ selected: new Set([id('Cost'), id('Safety'), id('Trust')]) });
    await deleteCodes(project, [id('Trust')]);
    expect([...panel.snapshot().selected]).toEqual(['Cost', 'Safety']);
    expect(panel.snapshot().anchor).toBeNull();
    await project.undo();
    expect([...panel.snapshot().selected]).toEqual(['Cost', 'Safety']);
    await project.undo();
    expect(project.codes.size).toBe(0);
    expect([...panel.snapshot().selected]).toEqual([]);
  });
});

describe('codes used last', () => {
  it('come newest first, each once, without those that are gone', async () => {
    const project = await aProject();
    noteCodesUsed(project, [id('Cost')]);
    noteCodesUsed(project, [id('Trust'), id('Safety')]);
    noteCodesUsed(project, [id('Cost')]);
    expect(recentCodes(project)).toEqual(['Cost', 'Trust', 'Safety']);
    await deleteCodes(project, [id('Trust')]);
    expect(recentCodes(project)).toEqual(['Cost', 'Safety']);
  });
});
