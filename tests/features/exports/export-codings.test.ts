import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { problem } from '#contract/result.ts';
import { exportCodebook, exportCodings } from '#features/exports/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';

let machine: FakeMachine;
let project: OpenProject;

beforeEach(async () => {
  machine = new FakeMachine();
  machine.install();
  machine.sample = await loadSampleFiles();
  const { databaseName } = await openSampleProject();
  project = await OpenProject.open(databaseName, 'M. Holm', systemEnvironment);
});

test('writes one row a coding, guarded and marked as UTF-8', async () => {
  const exported = await exportCodings(project, 'codings.csv');
  const text = machine.written.get('codings.csv') ?? '';
  expect(exported).toMatchObject({ name: 'codings.csv', count: project.counts.total });
  expect(text.startsWith('\uFEFFid,document,tag,content,')).toBe(true);
  expect(text.split('\r\n').filter((line) => line.endsWith('postil-codings/1+guarded'))).toHaveLength(
    project.counts.total,
  );
});

test('writes raw files without mark and guard', async () => {
  await exportCodings(project, 'codings.csv', { isRaw: true });
  expect(machine.written.get('codings.csv')).toMatch(/^id,document.*\r\n(?:.*\r?\n)*.*postil-codings\/1\r\n/);
});

test('writes the project as it was when the export began', async () => {
  await project.loadAllCodings(() => Promise.resolve());
  const before = project.counts.total;
  const exporting = exportCodings(project, 'codings.csv');
  await project.undo();
  expect(project.codings.size).toBe(0);
  expect(await exporting).toMatchObject({ count: before });
});

test('counts how often codes are used', async () => {
  const exported = await exportCodebook(project, 'codebook.csv');
  expect(exported?.count).toBe(project.codes.size);
  expect(machine.written.get('codebook.csv')).toMatch(/^\uFEFFtag,description,number of highlights,/);
});

test('leaves nothing behind when the disk is full', async () => {
  machine.failures.set('exports.write', problem('diskFull', { name: 'codings.csv' }));
  await expect(exportCodings(project, 'codings.csv')).rejects.toMatchObject({ problem: { code: 'diskFull' } });
  expect(machine.written.size).toBe(0);
});

test('writes nothing when it is stopped', async () => {
  expect(await exportCodings(project, 'codings.csv', { signal: AbortSignal.abort() })).toBeNull();
  expect(machine.written.size).toBe(0);
});
