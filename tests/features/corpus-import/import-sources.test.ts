import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { problem } from '#contract/result.ts';
import { changeEncoding, hasLosses, importSources, reportAsText } from '#features/corpus-import/index.ts';
import { applyCodes } from '#domain/coding/change-codings.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { aGuessedDocument, FakeMachine, theFolder } from '#tests/support/fake-bridge.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

let machine: FakeMachine;
let project: OpenProject;

beforeEach(async () => {
  machine = new FakeMachine();
  machine.install();
  project = await openTestProject();
});

const kinds = (report: Awaited<ReturnType<typeof importSources>>) => report.outcomes.map(({ kind }) => kind);

test('imports all files of a folder as one step, with their texts and counts', async () => {
  machine.files.set('a.txt', { text: 'One two.\n\nThree 🙂.' });
  machine.files.set('b.txt', { text: 'Four' });
  machine.files.set('c.txt', { text: 'Five' });
  const seen: number[] = [];
  const report = await importSources(project, [theFolder], { onProgress: ({ finished }) => seen.push(finished) });
  expect(report).toMatchObject({ total: 3, finished: 3, isStopped: false, failure: null });
  expect(hasLosses(report)).toBe(false);
  expect(seen).toEqual([0, 2, 3]);
  const [first] = project.sources.values();
  expect(first).toMatchObject({ name: 'a', path: 'a.txt', words: 3, paragraphs: 2, characters: 18 });
  if (first) expect((await project.loadSource(first.id)).text).toBe('One two.\n\nThree 🙂.');
  expect(project.nextUndo).toEqual({ key: 'importSources', params: { count: 3 } });
  await project.undo();
  expect(project.sources.size).toBe(0);
});

test('tells unchanged files, changed files and doubled texts apart, and leaves all three as they are', async () => {
  machine.files.set('a.txt', { text: 'One' });
  machine.files.set('b.txt', { text: 'Two' });
  await importSources(project, [theFolder]);
  machine.files.set('b.txt', { text: 'Two, changed' });
  machine.files.set('copy of a.txt', { text: 'One' });
  machine.files.set('new.txt', { text: 'New' });
  machine.files.set('new again.txt', { text: 'New' });
  const report = await importSources(project, [theFolder]);
  expect(kinds(report)).toEqual(['unchanged', 'changed', 'same', 'imported', 'same']);
  expect(hasLosses(report)).toBe(true);
  expect([...project.sources.values()].map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'new.txt']);
});

test('reports what could not be read, in words', async () => {
  machine.files.set('a.txt', { text: 'One' });
  machine.files.set('scan.txt', { problem: problem('binaryFile', { format: 'PDF' }) });
  const report = await importSources(project, [theFolder]);
  expect(reportAsText(report)).toBe(
    [
      '1 of 2 files imported',
      '1 could not be read.',
      'scan.txt: This is PDF, not plain text. Save it as text from the program it was made with, then add it again.',
    ].join('\n'),
  );
});

test('keeps what was read when it is stopped', async () => {
  for (let index = 0; index < 11; index++) machine.files.set(`${index}.txt`, { text: `Text ${index}` });
  const controller = new AbortController();
  const report = await importSources(project, [theFolder], {
    signal: controller.signal,
    onProgress: ({ finished }) => finished >= 4 && controller.abort(),
  });
  expect(report).toMatchObject({ total: 11, isStopped: true, failure: null });
  expect(report.finished).toBeLessThan(11);
  expect(project.sources.size).toBe(report.finished);
});

test('keeps what was read when the machine fails in the middle', async () => {
  for (let index = 0; index < 12; index++) machine.files.set(`${index}.txt`, { text: `Text ${index}` });
  const report = await importSources(project, [theFolder], {
    onProgress: ({ finished }) =>
      finished >= 2 && machine.failures.set('corpusImport.next', problem('diskError', { name: 'x' })),
  });
  expect(report.failure?.code).toBe('diskError');
  expect(project.sources.size).toBe(report.finished);
  expect(report.finished).toBeGreaterThan(0);
});

test('reads a guessed file again in another encoding, unless it has codings', async () => {
  const bytes = new Uint8Array([0xef, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  machine.files.set('a.txt', { document: aGuessedDocument('a.txt', bytes, 'windows-1252') });
  const report = await importSources(project, [theFolder]);
  const [outcome] = report.outcomes;
  if (outcome?.kind !== 'imported') throw new Error('not imported');
  const changed = await changeEncoding(project, outcome.source, 'windows-1251');
  expect(changed).toMatchObject({ encoding: 'windows-1251', warnings: [] });
  const text = await project.loadSource(changed.id);
  expect(text.text).toBe('привет');
  await project.undo();
  expect(project.sources.get(changed.id)).toEqual(outcome.source);
  const passage = {
    sourceId: changed.id,
    text,
    span: { startUtf16: 0, endUtf16: 2 },
    coderId: project.coderId,
    existing: [],
  };
  const change = applyCodes(passage, ['code' as CodeId], project.environment);
  await project.commit(change, { label: { key: 'x', params: {} }, policy: 'undoable' });
  await expect(changeEncoding(project, outcome.source, 'windows-1251')).rejects.toMatchObject({
    problem: { code: 'encodingCoded' },
  });
});
