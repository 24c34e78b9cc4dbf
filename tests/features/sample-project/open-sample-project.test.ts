import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { deleteProject, registry } from '#features/project-list/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';

let machine: FakeMachine;

beforeEach(async () => {
  machine = new FakeMachine();
  machine.install();
  machine.sample = await loadSampleFiles();
  for (const project of await registry.list()) await deleteProject(project);
});

test('builds a project with every passage where its words stand', async () => {
  const registered = await openSampleProject();
  const project = await OpenProject.open(registered.databaseName, 'M. Holm', systemEnvironment);
  await project.loadAllCodings(() => Promise.resolve());
  expect(registered).toMatchObject({
    sources: project.sources.size,
    codes: project.codes.size,
    codings: project.counts.total,
    codedSources: project.counts.codedSources,
  });
  expect(project.counts.total).toBeGreaterThan(50);
  expect([...project.coders.values()]).toHaveLength(2);
  const texts = await project.loadTexts([...project.sources.keys()]);
  for (const coding of project.codings.values()) {
    expect(texts.get(coding.sourceId)?.text.slice(coding.startUtf16, coding.endUtf16)).toBe(coding.quote);
    expect(project.codes.get(coding.codeId)?.isCodable).toBe(true);
  }
  expect(buildCodeTree(project.codes.values()).roots.length).toBeGreaterThan(1);
  await project.close();
});

test('leads each link of a memo to something that is there', async () => {
  const { databaseName } = await openSampleProject();
  const project = await OpenProject.open(databaseName, 'M. Holm', systemEnvironment);
  await project.loadAllCodings(() => Promise.resolve());
  const targets = [...project.memos.values()]
    .flatMap(({ body }) => [...body.matchAll(/\]\(postil:(\w+)\/([^)]+)\)/g)])
    .map(([, kind, id]) => ({ kind, id: id as never }));
  const things = { code: project.codes, coding: project.codings, source: project.sources, memo: project.memos };
  expect(targets.length).toBeGreaterThan(4);
  expect(targets.filter(({ kind, id }) => !things[kind as 'code'].has(id))).toEqual([]);
  await project.close();
});

test('opens the sample that is there rather than making another', async () => {
  const first = await openSampleProject();
  expect((await openSampleProject()).id).toBe(first.id);
  expect(await registry.list()).toHaveLength(1);
});

test('leaves no half project when what is shipped is broken', async () => {
  machine.sample = { ...machine.sample, texts: [] };
  await expect(openSampleProject()).rejects.toMatchObject({ problem: { code: 'sampleMissing' } });
  expect(await registry.list()).toEqual([]);
});
