import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExportSessions } from '#main/exports/export-sessions.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

test('writes pieces in the order they came in, and a character cut between two of them whole', async () => {
  const path = join(temporaryFolder(), 'a.csv');
  const sessions = createExportSessions();
  const id = await sessions.begin(path);
  await Promise.all(['\uFEFFä;', 'x\uD83D', '\uDE00y', '\r\n'].map((piece) => sessions.write(id, piece)));
  expect(await sessions.finish(id)).toEqual({ name: 'a.csv', sizeInBytes: 14 });
  expect(readFileSync(path, 'utf8')).toBe('\uFEFFä;x😀y\r\n');
});

test('writes no half character, even where the text ends in one', async () => {
  const path = join(temporaryFolder(), 'a.csv');
  const sessions = createExportSessions();
  const id = await sessions.begin(path);
  await sessions.write(id, '\uDE00 and \uD83D');
  await sessions.finish(id);
  expect(readFileSync(path, 'utf8')).toBe('\uFFFD and \uFFFD');
});

test('leaves no temporary file when all are given up at once', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.csv'), 'old');
  const sessions = createExportSessions();
  const id = await sessions.begin(join(folder, 'a.csv'));
  await sessions.write(id, 'new');
  sessions.abortAll();
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(() => sessions.write(id, 'more')).toThrow('unknownExport');
});

test('names the file in every problem, never the temporary one', async () => {
  const folder = temporaryFolder();
  const sessions = createExportSessions();
  await expect(sessions.begin(join(folder, 'missing', 'a.csv'))).rejects.toMatchObject({
    problem: { code: 'targetFolderMissing', params: { name: 'a.csv' } },
  });
  mkdirSync(join(folder, 'b.csv'));
  const id = await sessions.begin(join(folder, 'b.csv'));
  await expect(sessions.finish(id)).rejects.toMatchObject({
    problem: { code: 'isFolder', params: { name: 'b.csv' } },
  });
});

// Every write there fails as on a full disk.
test.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
  const { problemOfError } = await import('#main/ipc/problem-of-error.ts');
  let thrown: unknown;
  try {
    writeFileSync('/dev/full', 'x');
  } catch (error) {
    thrown = error;
  }
  expect(problemOfError(thrown, 'a.csv')).toEqual({ code: 'diskFull', params: { name: 'a.csv' } });
});
