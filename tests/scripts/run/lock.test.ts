import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../../scripts/run/lock.mjs';

it('lets one work at a time, and takes over from the dead', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postil-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lock = join(folder, 'lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  await writeFile(lock, String(pid));

  const events: string[] = [];
  const work = (name: string) =>
    withLock(lock, async () => {
      events.push(`${name} begins`);
      await wait(30);
      events.push(`${name} ends`);
    });
  await Promise.all([work('one'), work('two')]);

  expect(events).toHaveLength(4);
  expect(events[0]?.split(' ')[0]).toBe(events[1]?.split(' ')[0]);
  expect(await readdir(folder)).toEqual([]);
});
