import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '#contract/command-line.ts';
import { problem } from '#contract/result.ts';
import { bringUpToDate, exportBackup, restoreBackup } from '#features/backups/index.ts';
import { listenForCommands } from '#features/command-line/index.ts';
import { deleteProject, registry, withProject } from '#features/project-list/index.ts';
import { openSampleProject } from '#features/sample-project/index.ts';
import { layoutOf, PRESENT_LAYOUT } from '#storage/database.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { contentsOf, frozenDatabases, thaw } from '#tests/support/database-dumps.ts';
import { FakeMachine } from '#tests/support/fake-bridge.ts';
import { installFakeBackupWorker } from '#tests/support/fake-worker.ts';
import { loadSampleFiles } from '#tests/support/sample-files.ts';

let machine: FakeMachine;
let sample: RegisteredProject;

beforeEach(async () => {
  installFakeBackupWorker();
  machine = new FakeMachine();
  machine.sample = await loadSampleFiles();
  machine.install();
  for (const project of await registry.list()) await deleteProject(project);
  sample = await openSampleProject();
});

const backUpSample = () => withProject(sample, 'M. Holm', (project) => exportBackup(project, 'a.postil-backup'));

/** The sample in the list, in whose database lies what the oldest Postil left. */
async function olderProject(): Promise<RegisteredProject> {
  const [oldest] = frozenDatabases;
  if (!oldest) throw new Error('no frozen database');
  await Dexie.delete(sample.databaseName);
  await thaw(oldest, sample.databaseName);
  return sample;
}

test('a project comes back from its backup as a new one, equal in everything but its name', async () => {
  const { count } = await backUpSample();
  expect(count).toBeGreaterThan(100);
  const restored = await restoreBackup('a.postil-backup');
  expect(restored).toMatchObject({
    name: `${sample.name} 2`,
    sources: sample.sources,
    codes: sample.codes,
    codings: sample.codings,
    codedSources: sample.codedSources,
  });
  const [was, is] = [await contentsOf(sample.databaseName), await contentsOf(restored.databaseName)];
  const [record] = was['project'] as { name: string }[];
  expect(is).toEqual({ ...was, project: [{ ...record, name: restored.name }] });
  expect((await registry.list()).map(({ name }) => name).toSorted()).toEqual([sample.name, restored.name]);
});

test('it keeps its name where that is free, takes another when told, and never one that is taken', async () => {
  await backUpSample();
  await expect(restoreBackup('a.postil-backup', { name: sample.name })).rejects.toMatchObject({
    problem: { code: 'projectNameTaken' },
  });
  expect((await restoreBackup('a.postil-backup', { name: ' Copy ' })).name).toBe('Copy');
  await deleteProject(sample);
  const back = await restoreBackup('a.postil-backup');
  expect(back.name).toBe(sample.name);
  const undone = await withProject(back, 'M. Holm', async (project) => [await project.undo(), project.sources.size]);
  expect(undone).toEqual([{ key: 'createSample', params: {} }, 0]);
});

test('a damaged file makes no project and is called so', async () => {
  await backUpSample();
  const whole = machine.writtenBytes.get('a.postil-backup') ?? Buffer.alloc(0);
  machine.writtenBytes.set('cut', whole.subarray(0, whole.length / 2));
  machine.writtenBytes.set('text', Buffer.from('Dear diary'));
  const databases = (await indexedDB.databases()).length;
  await expect(restoreBackup('cut')).rejects.toMatchObject({
    problem: { code: 'backupBroken', params: { name: 'cut' } },
  });
  await expect(restoreBackup('text')).rejects.toMatchObject({ problem: { code: 'backupForeign' } });
  machine.failures.set('backups.read', problem('diskError', { name: 'cut' }));
  await expect(restoreBackup('a.postil-backup')).rejects.toMatchObject({ problem: { code: 'diskError' } });
  expect((await indexedDB.databases()).length).toBe(databases);
  expect(await registry.list()).toHaveLength(1);
});

test('what an older Postil saved is backed up before it is opened, and the backup brings it back', async () => {
  const older = await olderProject();
  const before = await contentsOf(older.databaseName);
  const grant = await bringUpToDate(older);
  expect(await layoutOf(older.databaseName)).toBe(PRESENT_LAYOUT);
  const restored = await restoreBackup(grant.handle);
  expect(await contentsOf(restored.databaseName)).toEqual(await contentsOf(older.databaseName));
  expect(before['memos']).toBeUndefined();
});

test('it stays as it was where the backup cannot be written', async () => {
  const older = await olderProject();
  const before = await contentsOf(older.databaseName);
  machine.failures.set('exports.writeBytes', problem('diskFull', {}));
  await expect(withProject(older, 'M. Holm', () => Promise.resolve())).rejects.toMatchObject({
    problem: {
      code: 'notBackedUp',
      params: { name: sample.name, reason: 'The disk is full. Free some space, then try again.' },
    },
  });
  expect(await layoutOf(older.databaseName)).toBe(1);
  expect(await contentsOf(older.databaseName)).toEqual(before);
  expect(machine.writtenBytes.size).toBe(0);
});

test('commands open an older project by way of its backup, write backups and make projects of them', async () => {
  listenForCommands();
  const common = { coderName: null, language: null, isJson: false };
  const run = (command: Command): Promise<number> => machine.run(command);
  const target = { handle: 'b.postil-backup', name: 'b.postil-backup', kind: 'save-target' } as const;
  const asked = { project: sample.name, kind: 'backup', target, isRaw: false, format: null } as const;
  const exportIt: Command = { name: 'export', ...common, ...asked };
  expect(await run(exportIt)).toBe(0);
  expect(machine.stdout.at(-1)).toMatch(/^\d+ records backed up: b\.postil-backup\n$/);
  const path = { ...target, kind: 'file' } as const;
  expect(await run({ name: 'restore', ...common, project: 'Copy', path })).toBe(0);
  expect(machine.stdout.at(-1)).toBe('Made from the backup: Copy\n');
  expect(await run({ name: 'restore', ...common, project: 'Copy', path })).toBe(2);
  expect(machine.stderr.at(-1)).toBe('There is already a project “Copy”.\n');
});
