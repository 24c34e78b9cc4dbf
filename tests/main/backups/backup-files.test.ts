import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackupFiles } from '#main/backups/backup-files.ts';
import { backupPath } from '#main/backups/backup-path.ts';
import { backupsHandlers } from '#main/backups/backups-handlers.ts';
import { createExportSessions } from '#main/exports/export-sessions.ts';
import { createGrants } from '#main/files/grants.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

const projectId = '6d0f9a58-0a44-4f5c-9f1e-0a6d8b1c2e06';

test.each([
  ['Night buses', 'Night buses 6d0f9a58 layout 1.postil-backup'],
  ['../../etc/passwd', 'etc passwd 6d0f9a58 layout 1.postil-backup'],
  ['a/b\\c:d*?"<>|\u0000', 'a b c d 6d0f9a58 layout 1.postil-backup'],
  ['...', 'project 6d0f9a58 layout 1.postil-backup'],
  ['👩🏽‍🚀'.repeat(40), null],
])('names the backup of “%s” so that it stays in its folder and on any disk', (projectName, expected) => {
  const path = backupPath('/data', { projectId, projectName, layout: 1 });
  expect(dirname(path)).toBe(join('/data', 'backups'));
  if (expected !== null) expect(basename(path)).toBe(expected);
  expect(Buffer.byteLength(basename(path))).toBeLessThan(256);
});

test('makes the folder, writes whole files into it, and shows them by a grant', async () => {
  const dataFolder = temporaryFolder();
  const [grants, exportSessions] = [createGrants(), createExportSessions()];
  const handlers = backupsHandlers({ dataFolder, grants, exportSessions, files: createBackupFiles() });
  const { exportId, grant } = await handlers.begin({ projectId, projectName: 'Study', layout: 1 });
  await exportSessions.writeBytes(exportId, Uint8Array.of(1, 2));
  expect(readdirSync(join(dataFolder, 'backups')).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  await exportSessions.writeBytes(exportId, Uint8Array.of(0xff));
  expect(await exportSessions.finish(exportId)).toMatchObject({ sizeInBytes: 3 });
  expect(readdirSync(join(dataFolder, 'backups'))).toEqual([grant.name]);
  const { backupId, sizeInBytes } = await handlers.open({ handle: grant.handle });
  expect(sizeInBytes).toBe(3);
  expect(await handlers.read({ backupId })).toEqual(Uint8Array.of(1, 2, 0xff));
  expect(await handlers.read({ backupId })).toBeNull();
  await handlers.close({ backupId });
  expect(() => handlers.read({ backupId })).toThrow('unknownBackup');
});

test('says why the folder cannot be written', async () => {
  const dataFolder = temporaryFolder();
  writeFileSync(join(dataFolder, 'backups'), 'in the way');
  const needs = { grants: createGrants(), exportSessions: createExportSessions(), files: createBackupFiles() };
  const begun = backupsHandlers({ dataFolder, ...needs }).begin({ projectId, projectName: 'Study', layout: 1 });
  await expect(begun).rejects.toMatchObject({ name: 'ProblemError' });
});

test('reads large files in pieces, in order, and names what is no file', async () => {
  const folder = temporaryFolder();
  const files = createBackupFiles();
  const bytes = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => at % 251));
  writeFileSync(join(folder, 'large'), bytes);
  const { backupId } = await files.open(join(folder, 'large'));
  const pieces: Uint8Array[] = [];
  for (let piece = await files.read(backupId); piece; piece = await files.read(backupId)) pieces.push(piece);
  await files.close(backupId);
  expect(pieces.length).toBeGreaterThan(2);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  mkdirSync(join(folder, 'folder'));
  await expect(files.open(join(folder, 'folder'))).rejects.toMatchObject({
    problem: { code: 'isFolder', params: { name: 'folder' } },
  });
  await expect(files.open(join(folder, 'none'))).rejects.toMatchObject({
    problem: { code: 'notFound', params: { name: 'none' } },
  });
});
