import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BYTES_LIMIT, readFileBytes } from '#main/files/read-file-bytes.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a file comes as it is on disk, without a look at what it is', async () => {
  const path = join(temporaryFolder(), 'codes.xlsx');
  await writeFile(path, Buffer.from([0x50, 0x4b, 0, 0xff]));
  expect([...(await readFileBytes(path))]).toEqual([0x50, 0x4b, 0, 0xff]);
});

test('a file that is too large is refused before it is read, one that is not there by its name', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'huge.xlsx');
  const handle = await open(path, 'w');
  await handle.truncate(BYTES_LIMIT + 1);
  await handle.close();
  await expect(readFileBytes(path)).rejects.toMatchObject({ problem: { code: 'tooLarge' } });
  await expect(readFileBytes(join(folder, 'gone.xlsx'))).rejects.toMatchObject({
    problem: { code: 'notFound', params: { name: 'gone.xlsx' } },
  });
});
