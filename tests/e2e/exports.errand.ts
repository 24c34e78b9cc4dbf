import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { saveTo, type PostilApp } from '#tests/support/app/postil-app.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import { chooseFromProjectMenu, dragOver, expectCodings, openSample, toast } from '#tests/support/app/workbench.ts';

type Handler = (...given: unknown[]) => Promise<unknown>;
interface HeldUp {
  letGo: () => void;
}

/** Puts something between the page and one of the machine's handlers: a disk that is slow, or full. */
async function meddle({ electron }: PostilApp, channel: string, how: 'hold' | 'fail'): Promise<void> {
  await electron.evaluate(
    ({ ipcMain }, [name, way]) => {
      const held = globalThis as unknown as HeldUp;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      const real = handlers.get(name);
      if (!real) throw new Error(`nobody answers ${name}`);
      const waiting = new Promise<void>((resolve) => {
        held.letGo = resolve;
      });
      handlers.set(name, async (...given) => {
        if (way === 'fail') return { ok: false, problem: { code: 'diskFull', params: {} } };
        await waiting;
        return real(...given);
      });
    },
    [channel, how] as const,
  );
}

async function letGo({ electron }: PostilApp): Promise<void> {
  await electron.evaluate(() => (globalThis as unknown as HeldUp).letGo());
}

test('an edit made while an export runs is saved like any other, and the export is whole', async ({ errand }) => {
  const target = join(errand.folder, 'codings.csv');
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const before = await readProjectData(page);
  await meddle(app, 'exports:finish', 'hold');
  await saveTo(app, target);
  await chooseFromProjectMenu(page, 'Export codings');
  await expect.poll(async () => (await readdir(errand.folder)).some((name) => name.endsWith('.tmp'))).toBe(true);

  const line = (await page.locator('.page-line[data-number="2"]').textContent()) ?? '';
  await dragOver(page, 2, line.slice(0, 20).trim());
  await page.keyboard.press('1');
  await expectCodings(page, before.codings.length + 1);
  expect((await readProjectData(page)).codings).toHaveLength(before.codings.length + 1);
  expect(existsSync(target)).toBe(false);

  await letGo(app);
  await expect(toast(page, `${before.codings.length} codings exported`)).toBeVisible();
  const exported = readCsv(target).map((row) => row['id'] ?? '');
  expect(exported.toSorted()).toEqual(before.codings.map(({ id }) => id as string).toSorted());
  expect(await readdir(errand.folder)).toEqual(['codings.csv']);
});

test('an export that fails leaves the old file and says so in words', async ({ errand }) => {
  const target = join(errand.folder, 'codings.csv');
  await writeFile(target, 'the old file');
  const app = await errand.open();
  const { page } = app;
  await openSample(app);

  await test.step('where the folder has gone', async () => {
    const gone = join(errand.folder, 'gone');
    await mkdir(gone);
    await saveTo(app, join(gone, 'codings.csv'));
    await rm(gone, { recursive: true });
    await chooseFromProjectMenu(page, 'Export codings');
    await expect(toast(page, 'The folder for “codings.csv” is gone. Choose another place.')).toBeVisible();
  });

  await test.step('where a folder has the name', async () => {
    await mkdir(join(errand.folder, 'folder.csv'));
    await saveTo(app, join(errand.folder, 'folder.csv'));
    await chooseFromProjectMenu(page, 'Export codings');
    await expect(toast(page, '“folder.csv” is a folder; a file is needed here.')).toBeVisible();
  });

  await test.step('where the disk is full', async () => {
    await meddle(app, 'exports:write', 'fail');
    await saveTo(app, target);
    await chooseFromProjectMenu(page, 'Export codings');
    await expect(
      toast(page, 'was not written; a file that was there before is untouched. The disk is full.'),
    ).toBeVisible();
    expect(await readFile(target, 'utf8')).toBe('the old file');
  });
  expect((await readdir(errand.folder)).toSorted()).toEqual(['codings.csv', 'folder.csv']);
});
