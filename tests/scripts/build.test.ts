import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { lastChange } from '../../scripts/build.mjs';

it('notices every way in which sources change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postil-sources-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'deep', 'file.ts');
  const old = `${folder}.old`;
  onTestFinished(() => rm(old));
  await mkdir(join(folder, 'deep'));
  await writeFile(file, '');
  await writeFile(old, 'older');
  await utimes(old, 0, 0);

  for (const change of [
    () => writeFile(file, 'new'),
    () => cp(old, file, { preserveTimestamps: true }),
    () => rm(file),
  ]) {
    const before = await lastChange(folder);
    await wait(20);
    await change();
    expect(await lastChange(folder)).toBeGreaterThan(before);
  }
});
