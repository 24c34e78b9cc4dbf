import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { corpusIn, textFilesIn, wordsOf } from '#tests/support/app/corpus.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData, recordsOf } from '#tests/support/app/project-data.ts';
import {
  codeRow,
  dragOver,
  expectCodings,
  makeCode,
  openProject,
  openSource,
  palette,
  startProject,
} from '#tests/support/app/workbench.ts';

/** How far below the upper edge of the page a paragraph stands on screen: what a reader sees of the scroll position. */
async function placeOf(page: Page, paragraph: number): Promise<number> {
  const line = await page.locator(`.page-line[data-number="${paragraph}"]`).boundingBox();
  const reader = await page.getByTestId('reader').boundingBox();
  return (line?.y ?? NaN) - (reader?.y ?? NaN);
}

/** Where one was reading is remembered a moment after the last move; that it has been is seen in the database. */
async function placeIsRemembered(page: Page, selected: string): Promise<void> {
  await expect
    .poll(async () => {
      const { viewState, texts } = await readProjectData(page);
      const places = viewState.map(({ value }) => value as { anchor?: number; focus?: number } | null);
      return places.some((place) =>
        texts.some(({ text }) => text.slice(place?.anchor ?? 0, place?.focus ?? 0) === selected),
      );
    })
    .toBe(true);
}

test('everything is found again the next day, and can still be undone', async ({ errand }) => {
  const corpus = corpusIn(errand.folder);
  const files = textFilesIn(corpus.folder);
  const name = basename(files[2] ?? '', '.txt');
  const passage = wordsOf(files[2] ?? '', 20, 0, 4);
  const selected = wordsOf(files[2] ?? '', 22, 1, 4);
  const first = await errand.open();
  let before: Record<string, unknown> = {};
  let top = 0;

  await test.step('the first day', async () => {
    const { page } = first;
    await startProject(first, corpus.folder, 'Central Asia');
    await openSource(page, name);
    await dragOver(page, 20, passage);
    await page.keyboard.press('Enter');
    await palette(page).fill('Trade');
    await page.keyboard.press('Enter');
    await expectCodings(page, 1);
    await dragOver(page, 21, wordsOf(files[2] ?? '', 21, 0, 3));
    await codeRow(page, 'Trade').click();
    await expectCodings(page, 2);
    await page.keyboard.press('Control+z');
    await expectCodings(page, 1);
    await dragOver(page, 22, selected);
    await placeIsRemembered(page, selected);
    before = recordsOf(await readProjectData(page));
    top = await placeOf(page, 22);
    await first.electron.close();
  });

  const second = await errand.open();
  const { page } = second;
  await test.step('the project is listed with what it holds', async () => {
    const row = page.getByRole('row', { name: 'Central Asia' });
    await expect(row).toContainText('5 sources');
    await expect(row).toContainText('1 code');
    await expect(row).toContainText('1 coding');
    await expect(row).toContainText('1 of 5 coded');
  });

  await test.step('source, place, selection and codings are as they were', async () => {
    await openProject(second, 'Central Asia');
    await expect(page.getByTestId('reader').getByRole('heading', { name })).toBeVisible();
    await expect(page.locator('.inspector-quote')).toHaveText(selected);
    await expectCodings(page, 1);
    expect(Math.abs((await placeOf(page, 22)) - top)).toBeLessThanOrEqual(2);
    expect(recordsOf(await readProjectData(page))).toEqual(before);
  });

  await test.step('what had been undone is redone, what had been done is undone', async () => {
    await page.getByRole('button', { name: 'Redo code “Trade”' }).click();
    await expectCodings(page, 2);
    await page.getByRole('button', { name: 'Undo code “Trade”' }).click();
    await page.getByRole('button', { name: 'Undo code “Trade”' }).click();
    await expectCodings(page, 0);
    await page.getByRole('button', { name: 'Undo new code “Trade”' }).click();
    await expect(codeRow(page, 'Trade')).toHaveCount(0);
    await page.getByRole('button', { name: 'Redo new code “Trade”' }).click();
    await page.getByRole('button', { name: 'Redo code “Trade”' }).click();
    await expectCodings(page, 1);
    expect(recordsOf(await readProjectData(page))).toEqual(before);
  });
});

test('what was coded in the moment the window closes is there the next day', async ({ errand }) => {
  const words = Array.from({ length: 30 }, (_, at) => `word${at}`);
  await writeFile(join(errand.folder, 'last.txt'), `${words.join(' ')}\n`);
  const first = await errand.open();
  await startProject(first, errand.folder, 'Last words');
  await makeCode(first.page, 'Late', '1');
  await first.page.locator('.page-text').focus();
  await first.page.keyboard.press('Control+Home');
  for (let word = 0; word < 10; word++) {
    await first.pressAtOnce('Control+Shift+ArrowRight');
    await first.pressAtOnce('1');
    await first.pressAtOnce('ArrowRight');
  }
  await first.electron.close();
  const second = await errand.open();
  await openProject(second, 'Last words');
  await expectCodings(second.page, 10);
});
