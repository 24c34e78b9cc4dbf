import type { Page } from '@playwright/test';
import { basename, join } from 'node:path';
import { corpusIn, textFilesIn, wordsOf } from '#tests/support/app/corpus.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, saveTo } from '#tests/support/app/postil-app.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import {
  codeRow,
  expectCodings,
  focusPane,
  inspectedCodings,
  palette,
  readingBegins,
  toast,
} from '#tests/support/app/workbench.ts';

/** One key after the other. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

const reader = '.page-text';

test('a folder of articles becomes coded quotations in a table, without a mouse', async ({ errand }) => {
  const corpus = corpusIn(errand.folder);
  const files = textFilesIn(corpus.folder);
  const names = files.map((file) => basename(file, '.txt'));
  const app = await errand.open();
  const { page } = app;
  const quote = page.locator('.inspector-quote');

  await test.step('from the welcome screen to the first page', async () => {
    await expect(page.getByRole('button', { name: 'New project from a folder' })).toBeVisible();
    await chooseInDialogs(app, corpus.folder);
    await press(page, 'Control+n');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('Central Asia');
    await press(page, 'Enter');
    await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
    await press(page, 'Enter');
    await readingBegins(page);
  });

  await test.step('the caret moves by paragraph and word, and selects', async () => {
    await focusPane(page, reader);
    await press(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowDown');
    await expect(page.locator('.document-place')).toContainText('paragraph 3 of');
    await pressTimes(page, 'Control+Shift+ArrowRight', 3);
    const three = wordsOf(files[0] ?? '', 3, 0, 3);
    await expect(quote).toHaveText(three.replace(/[.,]$/, ''));
  });

  await test.step('Enter opens the palette, which makes a code', async () => {
    await press(page, 'Enter');
    await expect(palette(page)).toBeFocused();
    await page.keyboard.type('Relations');
    await press(page, 'Enter');
    await expectCodings(page, 1);
    await expect(page.locator(reader)).toBeFocused();
  });

  await test.step('F8 takes word, sentence and paragraph, and goes back', async () => {
    await press(page, 'Control+ArrowDown', 'F8');
    await expect(page.getByText('1 word selected')).toBeVisible();
    const word = (await quote.textContent()) ?? '';
    await press(page, 'F8');
    await expect(quote).not.toHaveText(word);
    const sentence = (await quote.textContent()) ?? '';
    expect(sentence.startsWith(word) && sentence.length > word.length).toBe(true);
    await press(page, 'F8', 'Shift+F8', 'Shift+F8');
    await expect(quote).toHaveText(word);
    await press(page, 'F8');
    await expect(quote).toHaveText(sentence);
  });

  await test.step('letters open the palette with them, Shift+Enter keeps it open', async () => {
    await page.keyboard.type('Powers');
    await expect(palette(page)).toHaveValue('Powers');
    await press(page, 'Control+Shift+Enter');
    await expectCodings(page, 2);
    await expect(palette(page)).toHaveValue('');
    await page.keyboard.type('relat');
    await press(page, 'Enter');
    await expectCodings(page, 3);
    await expect(inspectedCodings(page)).toHaveCount(2);
    await expect(page.locator(reader)).toBeFocused();
  });

  await test.step('the code editor gives a code its key and its definition', async () => {
    await focusPane(page, '.code-panel');
    await press(page, 'Home');
    await expect(codeRow(page, 'Relations')).toBeFocused();
    await press(page, 'F2');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await press(page, 'Tab', 'Tab', '1');
    await expect(page.getByRole('textbox', { name: 'Key' })).toHaveValue('1');
    await press(page, 'Tab', 'ArrowRight', 'Tab', 'Tab');
    await expect(page.getByRole('textbox', { name: 'Definition' })).toBeFocused();
    await page.keyboard.type('How states stand to one another.');
    await press(page, 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(codeRow(page, 'Relations')).toContainText('1');
    await expect(codeRow(page, 'Relations')).toBeFocused();
  });

  await test.step('digits give the code that has them', async () => {
    await focusPane(page, reader);
    await press(page, 'Control+ArrowDown', 'F8', '1');
    await expectCodings(page, 4);
  });

  await test.step('F9 goes from coding to coding, Delete removes the one at hand', async () => {
    await press(page, 'Control+Home', 'F9');
    await expect(inspectedCodings(page)).toHaveText([/Relations/]);
    await press(page, 'F9');
    await expect(inspectedCodings(page)).toHaveCount(2);
    await press(page, 'Shift+F9', 'Delete');
    await expectCodings(page, 3);
    await expect(page.locator(reader)).toBeFocused();
  });

  await test.step('undo and redo', async () => {
    await press(page, 'Control+z');
    await expectCodings(page, 4);
    await press(page, 'Control+Shift+z');
    await expectCodings(page, 3);
    await press(page, 'Control+z');
    await expectCodings(page, 4);
  });

  await test.step('Alt and arrows order and nest the codes', async () => {
    await focusPane(page, '.code-panel');
    await press(page, 'End');
    await expect(codeRow(page, 'Powers')).toBeFocused();
    await press(page, 'Alt+ArrowUp');
    await expect(page.getByRole('treegrid', { name: 'Codebook' }).getByRole('row').first()).toHaveAccessibleName(
      'Powers',
    );
    await expect(codeRow(page, 'Powers')).toBeFocused();
    await press(page, 'Alt+ArrowDown');
    await expect(page.getByRole('treegrid', { name: 'Codebook' }).getByRole('row').last()).toHaveAccessibleName(
      'Powers',
    );
    await press(page, 'Alt+ArrowRight');
    await expect(codeRow(page, 'Powers')).toHaveAttribute('aria-level', '2');
    await expect(codeRow(page, 'Powers')).toBeFocused();
  });

  await test.step('the next source is opened from the list', async () => {
    await focusPane(page, '.source-panel');
    await press(page, 'Home', 'ArrowDown', 'Enter');
    await expect(page.getByTestId('reader').getByRole('heading', { name: names[1] ?? '' })).toBeVisible();
    await expect(page.locator(reader)).toBeFocused();
    await press(page, 'Control+Home', 'Shift+End', '1');
    await expectCodings(page, 5);
  });

  await test.step('the list of codings jumps', async () => {
    await focusPane(page, '.right-side');
    await press(page, 'ArrowRight');
    await expect(page.getByRole('tab', { name: 'Codings' })).toBeFocused();
    // Past what orders and narrows the list.
    const list = page.getByRole('listbox', { name: 'Codings' });
    for (let turn = 0; turn < 6 && !(await list.evaluate((element) => element === document.activeElement)); turn++) {
      await press(page, 'Tab');
    }
    await expect(list).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByText(/words? selected/)).toBeVisible();
  });

  await test.step('codings and codebook leave as tables', async () => {
    const codings = join(errand.folder, 'codings.csv');
    await saveTo(app, codings);
    await press(page, 'Control+e');
    await expect(toast(page, '5 codings exported')).toBeVisible();
    expect(readCsv(codings).map((row) => [row['document'], row['tag'], row['paragraph_start']])).toEqual([
      [names[0], 'Relations', '3'],
      [names[0], 'Relations', '4'],
      [names[0], 'Relations > Powers', '4'],
      [names[0], 'Relations', '5'],
      [names[1], 'Relations', '1'],
    ]);
    const codebook = join(errand.folder, 'codebook.csv');
    await saveTo(app, codebook);
    await press(page, 'Control+Shift+e');
    await expect(toast(page, '2 codes exported')).toBeVisible();
    expect(readCsv(codebook).map((row) => [row['tag'], row['description'], row['shortcut']])).toEqual([
      ['Relations', 'How states stand to one another.', '1'],
      ['Relations > Powers', '', ''],
    ]);
  });

  await test.step('and back to the list of projects', async () => {
    await press(page, 'Control+Shift+w');
    await expect(page.getByRole('row', { name: 'Central Asia' })).toBeVisible();
  });
});
