import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { readCsv } from '#tests/support/app/read-csv.ts';
import { exportByMenu, focusPane, openProject, openSample, openSource, toast } from '#tests/support/app/workbench.ts';

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const rows = (page: Page) => page.getByRole('listbox', { name: 'Memos' }).getByRole('option');
const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the memo' });
const saved = (page: Page) => expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');

test('a memo is written by keyboard, found again the next day, exported, and undone', async ({ errand }) => {
  const first = await errand.open();
  const { page } = first;

  await test.step('on a passage, with bold, a list and a link', async () => {
    await openSample(first);
    await openSource(page, 'A town feels its way home');
    await focusPane(page, '.page-text');
    await press(page, 'Control+Home', 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
    const column = await page.locator('.page-text').boundingBox();
    await press(page, 'Control+Shift+M');
    await expect(body(page)).toBeFocused();
    await expect(page.locator('.memo-about-quote')).toHaveText('By Callum');
    await page.keyboard.type('Who is ');
    await press(page, 'Control+B');
    await page.keyboard.type('awake');
    await press(page, 'Control+B');
    await page.keyboard.type(', see @night');
    await expect(page.getByRole('option', { name: 'Night workers' }).first()).toHaveAttribute('aria-selected', 'true');
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Enter');
    await page.keyboard.type('and then');
    await press(page, 'Enter');
    await page.keyboard.type('- baker');
    await press(page, 'Enter');
    await page.keyboard.type('nurse');
    await expect(body(page).locator('strong')).toHaveText('awake');
    await expect(body(page).getByRole('link', { name: 'Night workers' })).toBeVisible();
    await expect(body(page).getByRole('listitem')).toHaveText(['baker', 'nurse']);
    // Neither did the left side close nor the text move.
    await expect(page.locator('.code-panel')).toBeVisible();
    expect(await page.locator('.page-text').boundingBox()).toEqual(column);
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('saved to the last letter when the window is closed', async () => {
    await page.keyboard.type('!');
    await first.electron.close();
  });

  const second = await errand.open();
  const next = second.page;
  await test.step('found again, filtered and jumped to', async () => {
    await openProject(second, 'Ludderby after midnight');
    await openSource(next, 'Part-night lighting to begin');
    await press(next, 'Alt+4');
    await expect(rows(next)).toHaveCount(9);
    expect(await axeFindings(next)).toEqual([]);
    await next.getByRole('textbox', { name: 'Find in memos' }).fill('nurse baker');
    await expect(rows(next)).toHaveCount(1);
    await press(next, 'Tab', 'Tab');
    await expect(next.getByRole('listbox', { name: 'Memos' })).toBeFocused();
    await press(next, 'Enter');
    await expect(next.getByTestId('reader').getByRole('heading', { name: 'A town feels its way home' })).toBeVisible();
    await expect(body(next)).toBeFocused();
    await expect(body(next)).toContainText('Who is awake, see Night workers and then');
    await expect(body(next).getByRole('listitem').last()).toHaveText('nurse!');
    await expect(next.locator('.margin-mark').first()).toBeVisible();
  });

  await test.step('exported', async () => {
    const path = join(errand.folder, 'memos.csv');
    await exportByMenu(second, 'memos', path);
    const row = readCsv(path).find(({ text }) => text?.includes('nurse'));
    expect(row?.['text']).toMatch(
      /^Who is \*\*awake\*\*, see \[Night workers\]\(postil:code\/[\w-]+\) and then\n\n- baker\n- nurse!$/,
    );
    expect(row).toMatchObject({ about: 'passage', document: 'A town feels its way home', start: expect.any(String) });
  });

  await test.step('on a coding, it goes with that and comes back', async () => {
    await focusPane(next, '.page-text');
    await press(next, 'Control+Home', 'Control+F9', 'Control+Shift+M');
    await expect(body(next)).toBeFocused();
    await next.keyboard.type('Only here');
    await saved(next);
    await press(next, 'Alt+4');
    await next.getByRole('textbox', { name: 'Find in memos' }).fill('only here');
    await expect(rows(next)).toHaveCount(1);
    await focusPane(next, '.page-text');
    await press(next, 'Delete');
    await expect(next.getByRole('alertdialog', { name: /Remove/ })).toContainText(
      '1 coding and 1 memo will be removed',
    );
    await press(next, 'Tab', 'Enter');
    await expect(toast(next, /and 1 memo/)).toBeVisible();
    await expect(rows(next)).toHaveCount(0);
    await press(next, 'Control+z');
    await expect(rows(next)).toHaveCount(1);
  });
});
