import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { expectCodings, openSource, palette, startProject } from '#tests/support/app/workbench.ts';

const WORDS = 10_000;

/** The lamp stands in every tenth sentence; with its accents, in Arabic, and where a pattern can lose itself. */
const lamps = [
  'The café by the lamp was closed. Another lamp stood by the cafe\u0301, and a Lamp by the lamplight of the CAFE.',
  'وجدنا كِتَابًا قديمًا، ثم كتاب آخر.',
  `${'a'.repeat(40)}!`,
  'The last lamp went out.',
].join('\n');

function field(page: Page): Locator {
  return page.getByTestId('find-field');
}

async function expectCount(page: Page, text: string): Promise<void> {
  await expect(page.getByTestId('find-count')).toHaveText(text);
}

async function look(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
}

test('what is looked for is found, listed and coded, without a mouse', async ({ errand }) => {
  await writeFile(join(errand.folder, 'lamps.txt'), lamps);
  const many = Array.from({ length: WORDS }, (_, index) => `Word ${index} of many.${index % 8 === 0 ? '\n' : ' '}`);
  await writeFile(join(errand.folder, 'many.txt'), many.join(''));
  const app = await errand.open();
  const { page } = app;
  const quote = page.locator('.inspector-quote');
  const rows = page.getByRole('listbox', { name: 'Places found' });
  await startProject(app, errand.folder, 'Lamps');

  await test.step('every place is marked and listed; Enter goes round', async () => {
    await look(page, 'lamp');
    await expectCount(page, '1 of 5');
    await expect(rows.getByRole('option')).toHaveCount(5);
    await expect(rows.getByRole('option').first().locator('b')).toHaveText('lamp');
    for (const count of ['2 of 5', '3 of 5', '4 of 5', '5 of 5', 'Round the end: 1 of 5', '2 of 5']) {
      await page.keyboard.press('Enter');
      await expectCount(page, count);
    }
    await page.keyboard.press('Shift+Enter');
    await expectCount(page, '1 of 5');
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('case and whole words can be asked for', async () => {
    for (const name of ['Upper and lower case matter', 'Whole words']) {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Space');
    }
    await expectCount(page, '1 of 3');
    await page.keyboard.press('F3');
    await expectCount(page, '2 of 3');
    for (const name of ['Upper and lower case matter', 'Whole words']) {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Space');
    }
  });

  await test.step('accents and vowel signs are passed over, unless they matter', async () => {
    await look(page, 'cafe');
    await expect(rows.getByRole('option')).toHaveCount(3);
    await look(page, 'كتاب');
    await expect(rows.getByRole('option')).toHaveCount(2);
    await page.getByRole('button', { name: 'Accents and marks matter' }).focus();
    await page.keyboard.press('Space');
    await expect(rows.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Space');
  });

  await test.step('a pattern that cannot be read is explained, one that never ends is stopped', async () => {
    await page.getByRole('button', { name: 'Regular expression' }).focus();
    await page.keyboard.press('Space');
    await look(page, 'lamp|(cafe');
    await expect(page.getByText('A round bracket is opened and not closed')).toBeVisible();
    await page.keyboard.type(')');
    await expect(rows.getByRole('option')).toHaveCount(8);
    await look(page, '(a+)+$');
    await expect(page.getByText('took more than 3 seconds and was stopped')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await look(page, 'l[ao]');
    await expect(rows.getByRole('option')).toHaveCount(7);
    await page.getByRole('button', { name: 'Regular expression' }).focus();
    await page.keyboard.press('Space');
  });

  await test.step('Escape leaves the place selected, to be coded; F3 goes on from the text', async () => {
    // From the beginning: how far the queries before have led depends on which of their letters there was time for.
    await page.keyboard.press('Escape');
    await expect(page.locator('.page-text')).toBeFocused();
    await page.keyboard.press('Control+Home');
    await look(page, 'lamp');
    await expectCount(page, '1 of 5');
    await page.keyboard.press('Escape');
    await expect(page.locator('.page-text')).toBeFocused();
    await expect(quote).toHaveText('lamp');
    await page.keyboard.press('F3');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Lamps');
    await page.keyboard.press('Enter');
    await expectCodings(page, 1);
  });

  await test.step('arrows in the list go from place to place; sentences can be taken in their stead', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.press('ArrowDown');
    await expect(rows).toBeFocused();
    await page.keyboard.press('Home');
    await expectCount(page, '1 of 5');
    await expect(rows.getByRole('option').nth(1)).toContainText('coded Lamps');
    await page.keyboard.press('ArrowDown');
    await expectCount(page, '2 of 5');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Select their sentence' }).focus();
    await page.keyboard.press('Enter');
    await rows.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('.page-text')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expectCodings(page, 2);
  });

  await test.step('all places are coded in one step, after being counted, and taken back in one', async () => {
    await look(page, 'lamp');
    await expect(rows.getByRole('option')).toHaveCount(5);
    await page.getByRole('button', { name: 'Code all' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Code all 5 places found' })).toBeVisible();
    await expect(page.getByText('5 places, 3 different passages. 1 of them has this code already')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make 2 codings' }).focus();
    await page.keyboard.press('Enter');
    await expectCodings(page, 4);
    await page.locator('.page-text').focus();
    await page.keyboard.press('Control+z');
    await expectCodings(page, 2);
  });

  await test.step('earlier queries come back, in the next text, and ten thousand places are no burden', async () => {
    await openSource(page, 'many');
    await look(page, 'word');
    await expectCount(page, '1 of 10,000');
    // The list follows the count when there is time.
    await expect(rows.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expectCount(page, '10,000 of 10,000');
    await expect(rows.getByRole('option', { selected: true })).toContainText('9,999'.replace(',', ''));
    expect(await rows.getByRole('option').count()).toBeLessThan(60);
    await field(page).focus();
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toHaveValue('lamp');
    await expectCount(page, 'Not found');
    await page.keyboard.press('ArrowDown');
    await expect(field(page)).toHaveValue('word');
  });
});
