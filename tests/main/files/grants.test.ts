import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGrants } from '#main/files/grants.ts';
import { temporaryFolder } from '#tests/main/temporary-folder.ts';

test('gives paths out as handles that say nothing of them', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.txt');
  writeFileSync(path, '');
  const grants = createGrants();
  const granted = await grants.grantExisting(path);
  expect(granted).toEqual({ handle: expect.not.stringContaining('a.txt'), name: 'a.txt', kind: 'file' });
  expect(await grants.grantExisting(folder)).toMatchObject({ kind: 'folder' });
  expect(grants.resolve(granted.handle, 'file')).toEqual({ path, kind: 'file' });
});

test('knows no path that was not granted, and none for another use', () => {
  const grants = createGrants();
  const { handle } = grants.grant('/etc/hosts', 'file');
  for (const refused of [() => grants.resolve('/etc/hosts', 'file'), () => grants.resolve(handle, 'save-target')]) {
    expect(refused).toThrow('unknownHandle');
  }
});
