import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginAtomicFile, writeAtomically } from '#main/files/atomic-file.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

const bytes = Buffer.from('new');

test('replaces a file at once and leaves nothing beside it', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  const file = await beginAtomicFile(path);
  await file.write(bytes);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(await file.finish()).toEqual({ sizeInBytes: 3 });
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('leaves the old file when writing is given up', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  const file = await beginAtomicFile(path);
  await file.write(bytes);
  await file.abort();
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('removes the temporary file when the name is taken by a folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a.csv', 'full'), { recursive: true });
  await expect(writeAtomically(join(folder, 'a.csv'), bytes)).rejects.toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('fails without a trace when the folder goes away meanwhile', async () => {
  const folder = join(temporaryFolder(), 'gone');
  mkdirSync(folder);
  const file = await beginAtomicFile(join(folder, 'a.csv'));
  rmSync(folder, { recursive: true });
  await expect(file.finish()).rejects.toThrow('ENOENT');
});

test('goes through a link to the file it points at', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real.csv'), 'old');
  symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
  await writeAtomically(join(folder, 'link.csv'), bytes);
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new');
});
