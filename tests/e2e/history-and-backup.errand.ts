import type { Page } from '@playwright/test';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { axeFindings } from '#tests/support/app/axe.ts';
import { frozenDatabases, type FrozenDatabase } from '#tests/support/database-dumps.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, saveTo } from '#tests/support/app/postil-app.ts';
import { readProjectData, recordsOf } from '#tests/support/app/project-data.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import { postil } from '#tests/support/app/run-command.ts';
import {
  chooseFromProjectMenu,
  dragOver,
  expectCodings,
  exportByMenu,
  makeCode,
  openProject,
  openSample,
  startProject,
  toast,
} from '#tests/support/app/workbench.ts';

const SAMPLE = 'Ludderby after midnight';
const WORDS = ['Grain went north', 'by river', 'in autumn', 'and came back'];
/** Each in a paragraph of its own, away from the ends of other codings, which can be dragged. */
const TEXT = WORDS.map((words) => `Then: ${words}, they say.`).join('\n');

const steps = (page: Page) => page.getByRole('listbox', { name: 'History' });
const stepOf = (page: Page, name: string | RegExp) => steps(page).getByRole('option', { name });

test('one goes back to a point, forward after a restart, and on from another; the journal tells all of it', async ({
  errand,
}) => {
  await writeFile(join(errand.folder, 'a.txt'), TEXT);
  let app = await errand.open();
  let { page } = app;
  await startProject(app, errand.folder, 'Trade');
  await makeCode(page, 'Goods', '1');
  await makeCode(page, 'Roads', '2');
  const records: Record<string, unknown>[] = [];
  for (const [at, words] of WORDS.entries()) {
    await dragOver(page, at + 1, words);
    await page.keyboard.press(at % 2 === 0 ? '1' : '2');
    await expectCodings(page, at + 1);
    records.push(recordsOf(await readProjectData(page)));
  }

  await test.step('back, by mouse', async () => {
    await page.keyboard.press('Control+Shift+h');
    await expect(stepOf(page, /where you are/)).toHaveAccessibleName(/^code “Roads” Now Today/);
    await stepOf(page, /new code “Roads”/).click();
    await expect(toast(page, 'Undone 4 steps, back to')).toBeVisible();
    await expectCodings(page, 0);
    await expect(stepOf(page, /can be done again/)).toHaveCount(4);
    expect(await axeFindings(page)).toEqual([]);
  });
  await app.electron.close();

  app = await errand.open();
  ({ page } = app);
  await openProject(app, 'Trade');
  await test.step('forward after a restart, by keys', async () => {
    await page.keyboard.press('Control+Shift+h');
    await expect(stepOf(page, /where you are/)).toHaveAccessibleName(/^new code “Roads”/);
    await steps(page).focus();
    for (let up = 0; up < 2; up++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(toast(page, 'Redone 2 steps, up to')).toBeVisible();
    await expectCodings(page, 2);
    expect(recordsOf(await readProjectData(page))).toEqual(records[1]);
    await toast(page, 'Redone 2 steps').getByRole('button', { name: 'Undo' }).click();
    await expectCodings(page, 0);
    await expect(stepOf(page, /can be done again/)).toHaveCount(4);
    await stepOf(page, /code “Roads”.*can be done again/)
      .last()
      .click();
    await expectCodings(page, 2);
  });

  await test.step('on from there: what was ahead is overtaken and cannot be gone to', async () => {
    await page.getByRole('tab', { name: 'Passage' }).click();
    await dragOver(page, 3, 'in autumn');
    await page.keyboard.press('1');
    await expectCodings(page, 3);
    await page.keyboard.press('Control+Shift+h');
    await expect(stepOf(page, /overtaken/)).toHaveCount(2);
    await stepOf(page, /overtaken/)
      .first()
      .click();
    await expect(toast(page, 'cannot be gone back to')).toBeVisible();
    await expectCodings(page, 3);
    await steps(page).focus();
    await page.keyboard.type('road new');
    await expect(page.getByRole('textbox', { name: 'Find a step' })).toHaveValue('road new');
    await expect(stepOf(page, /./)).toHaveCount(1);
  });

  await test.step('the journal as a table', async () => {
    const path = join(errand.folder, 'journal.csv');
    await saveTo(app, path);
    await chooseFromProjectMenu(page, 'Export the journal');
    await expect(toast(page, /lines of the journal exported/)).toBeVisible();
    const rows = readCsv(path).map(({ state, step }) => `${state}: ${step}`);
    expect(rows).toEqual([
      'done: import 1 source',
      'done: new code “Goods”',
      'done: new code “Roads”',
      'done: code “Goods”',
      'done: code “Roads”',
      'overtaken: code “Goods”',
      'overtaken: code “Roads”',
      'note: go back 4 steps, to new code “Roads”',
      'note: go forward 2 steps, to code “Roads”',
      'note: go back 2 steps, to new code “Roads”',
      'note: go forward 2 steps, to code “Roads”',
      'done: code “Goods”',
    ]);
  });
});

test('a project comes back from its backup as a new one that exports the same, by window and by command', async ({
  errand,
}) => {
  const at = (name: string): string => join(errand.folder, name);
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await exportByMenu(app, 'codings', at('before.csv'));
  await saveTo(app, at('study.postil-backup'));
  await chooseFromProjectMenu(page, 'Back up the project');
  await expect(toast(page, `Backed up “${SAMPLE}”`)).toBeVisible();
  expect((await readdir(errand.folder)).toSorted()).toEqual(['before.csv', 'study.postil-backup']);

  await chooseInDialogs(app, at('study.postil-backup'));
  await chooseFromProjectMenu(page, 'Close the project');
  await page.getByRole('button', { name: 'Open a backup' }).click();
  await expect(page.getByRole('button', { name: `Project menu: ${SAMPLE} 2` })).toBeVisible();
  await expect(page.getByTestId('coding-count')).not.toHaveText('counting codings');
  await exportByMenu(app, 'codings', at('after.csv'));
  // The word about the first export may still be there, so the file is waited for.
  await expect.poll(() => readFile(at('after.csv'), 'utf8').catch(() => '')).not.toBe('');
  expect(await readFile(at('after.csv'), 'utf8')).toBe(await readFile(at('before.csv'), 'utf8'));

  await writeFile(at('diary.postil-backup'), 'Dear diary');
  await chooseInDialogs(app, at('diary.postil-backup'));
  await chooseFromProjectMenu(page, 'Open a backup');
  const refusal = page.getByRole('alertdialog', { name: 'No project was made from “diary.postil-backup”' });
  await expect(refusal).toContainText('is no backup of Postil');
  await refusal.getByRole('button', { name: 'Cancel' }).click();

  const { dataFolder } = errand;
  const done = { exitCode: 0, stderr: '' };
  const out = at('by-command.postil-backup');
  expect(await postil(dataFolder, 'export', 'backup', '--project', SAMPLE, '--out', out)).toMatchObject(done);
  expect(await postil(dataFolder, 'import', out, '--project', 'Third')).toMatchObject(done);
  const third = at('third.csv');
  expect(await postil(dataFolder, 'export', 'codings', '--project', 'Third', '--out', third)).toMatchObject(done);
  expect(await readFile(third, 'utf8')).toBe(await readFile(at('before.csv'), 'utf8'));
  expect(await postil(dataFolder, 'import', out, '--project', 'Third')).toMatchObject({ exitCode: 2 });
});

/** In the page: puts what an older Postil left in the place of the one project's database. */
async function growOlder({ version, stores, rows }: FrozenDatabase): Promise<void> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const databases = await indexedDB.databases();
  const name = databases.find((database) => database.name?.startsWith('postil-project-'))?.name ?? '';
  // What was begun before the project was closed may open it once more, in its newer layout.
  let isGone = false;
  while (!isGone) {
    await answer(indexedDB.deleteDatabase(name));
    await new Promise((resolve) => setTimeout(resolve, 100));
    isGone = (await indexedDB.databases()).every((database) => database.name !== name);
  }
  const opening = indexedDB.open(name, version * 10);
  opening.onupgradeneeded = () => {
    for (const [store, schema] of Object.entries(stores)) {
      const [key = '', ...indexes] = schema.split(', ');
      const table = opening.result.createObjectStore(store, {
        keyPath: key.replace('++', ''),
        autoIncrement: key.startsWith('++'),
      });
      for (const index of indexes) {
        table.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
      }
    }
  };
  const database = await answer(opening);
  const transaction = database.transaction(Object.keys(stores), 'readwrite');
  for (const [store, records] of Object.entries(rows)) {
    for (const record of records) {
      const stored = record as { utf8?: number[] };
      transaction
        .objectStore(store)
        .add(stored.utf8 ? { ...stored, utf8: Uint8Array.from(Object.values(stored.utf8)) } : record);
    }
  }
  await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
  database.close();
}

test('a project of an older Postil is opened only once its backup is on disk', async ({ errand }) => {
  const [oldest] = frozenDatabases;
  if (!oldest) throw new Error('no frozen database');
  const backups = join(errand.dataFolder, 'backups');
  await writeFile(join(errand.folder, 'a.txt'), 'Words.\n');
  await writeFile(backups, 'in the way');
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Lamps');
  await chooseFromProjectMenu(page, 'Close the project');
  const recent = page.getByRole('grid', { name: 'Recent projects' }).getByRole('row', { name: 'Lamps' });
  await expect(recent).toBeVisible();
  await page.evaluate(growOlder, JSON.parse(JSON.stringify(oldest)) as FrozenDatabase);

  await recent.click();
  const refusal = page.getByRole('alertdialog', { name: '“Lamps” was not opened' });
  await expect(refusal).toContainText('The backup could not be written.');
  await expect(refusal).toContainText('The project was left as it was.');
  await rm(backups);
  await refusal.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('reader')).toContainText('The lamp burns.');
  await expect(toast(page, 'Backed up “Lamps” as the older Postil left it')).toBeVisible();

  const [file = '', ...others] = await readdir(backups);
  expect(others).toEqual([]);
  expect(file).toMatch(/^Lamps [0-9a-f]{8} layout 1\.postil-backup$/);
  const lines = gunzipSync(await readFile(join(backups, file)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const count = Object.values(oldest.rows).flat().length;
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ project: 'Lamps', layout: 1, records: count });
  expect(lines).toHaveLength(count + 2);
  expect(await postil(errand.dataFolder, 'import', join(backups, file), '--project', 'Again')).toMatchObject({
    exitCode: 0,
  });
  const [now, again] = [await readProjectData(page, 'Lamps'), await readProjectData(page, 'Again')];
  expect({ ...recordsOf(again), project: null }).toEqual({ ...recordsOf(now), project: null });
  expect(again.journal).toEqual(now.journal);
});

test('a window whose settings cannot be read says so, and starts with others', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await expect(page.getByText('No projects yet')).toBeVisible();
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('settings:load');
    ipcMain.handle('settings:load', () => ({
      ok: false,
      problem: { code: 'diskError', params: { name: 'settings.json' } },
    }));
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Postil could not read its settings' })).toBeVisible();
  await expect(page.getByText('The disk reported an error at “settings.json”.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Postil could not read its settings' })).toBeVisible();
  await page.getByRole('button', { name: 'Start with default settings' }).click();
  await expect(page.getByText('No projects yet')).toBeVisible();
});
