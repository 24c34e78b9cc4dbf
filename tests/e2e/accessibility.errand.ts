import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, resizeTo } from '#tests/support/app/postil-app.ts';
import { codeRow, dragOver, openSample, palette } from '#tests/support/app/workbench.ts';

/** What is open must be itself before it is looked at, and gone before the next is. */
function looker(page: Page): { found: string[]; look: (screen: string) => Promise<void>; escape: () => Promise<void> } {
  const found: string[] = [];
  return {
    found,
    look: async (screen) => {
      await expect(page.locator('[data-exiting]')).toHaveCount(0);
      found.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`));
    },
    escape: async () => {
      await page.keyboard.press('Escape');
      await expect(page.locator('[role=dialog], [role=menu], [role=alertdialog]:not(.ui-toast)')).toHaveCount(0);
    },
  };
}

test('axe finds nothing on any screen, dialog or menu', async ({ errand }) => {
  await writeFile(join(errand.folder, 'good.txt'), 'Words to be read.\n');
  await writeFile(join(errand.folder, 'bad.txt'), '');
  await writeFile(
    join(errand.folder, 'old.txt'),
    Buffer.from('Fr\xFCher war es sch\xF6ner, sagt die alte Dame \xFCber ihre Stra\xDFe.\n', 'latin1'),
  );
  const app = await errand.open();
  const { page } = app;
  const { found, look, escape } = looker(page);

  await expect(page.getByText('No projects yet')).toBeVisible();
  await look('welcome, empty');
  await chooseInDialogs(app, errand.folder);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
  await look('new project');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'What came of each file' })).toBeVisible();
  await look('import report');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.page-line').first()).toBeVisible();
  await look('workbench without codes');
  await page.keyboard.press('Control+Shift+w');
  await openSample(app);
  await look('workbench, light');

  const words = ((await page.locator('.page-line[data-number="2"]').textContent()) ?? '').slice(0, 20).trim();
  await dragOver(page, 2, words);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeFocused();
  await look('palette');
  await escape();
  await expect(page.locator('.page-text')).toBeFocused();
  await page.keyboard.press('1');
  await look('passage coded');
  await page.getByRole('button', { name: 'What to do with “Safety after dark” here' }).click();
  await look('menu of a coding');
  await escape();
  await page.getByRole('button', { name: /^Project menu/ }).click();
  await look('project menu');
  await escape();
  await codeRow(page, 'Reasons for light').click({ button: 'right' });
  await look('code menu');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit “Reasons for light”' })).toBeVisible();
  await look('code editor');
  await escape();
  await codeRow(page, 'Reasons for light').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog', { name: /Delete “Reasons for light”/ })).toBeVisible();
  await look('deleting a code');
  await escape();
  await page.getByRole('tab', { name: 'Codings' }).click();
  await look('list of codings');
  await page.getByRole('tab', { name: 'Passage' }).click();
  await page.keyboard.press('Control+,');
  await look('settings');
  await page.getByRole('button', { name: /Theme$/ }).click();
  await look('a choice, open');
  await page.getByRole('option', { name: 'Dark', exact: true }).click();
  await look('settings, dark');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await look('workbench, dark');
  await resizeTo(app, 900, 700);
  await look('workbench, narrow and dark');
  await page.keyboard.press('Control+Shift+w');
  await expect(page.getByRole('grid', { name: 'Recent projects' })).toBeVisible();
  await look('welcome, full and dark');
  expect(found).toEqual([]);
});

test('axe finds nothing on what lies around a text that is coded', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  const { found, look, escape } = looker(page);
  await openSample(app);
  await page.getByRole('option', { name: 'A lamp is a promise' }).click({ modifiers: ['Control'] });
  await expect(page.getByRole('tab', { name: 'A lamp is a promise' })).toBeVisible();
  await look('two tabs');

  const bar = page.locator('.document-bar');
  for (const [name, open] of [
    ['menu of codes', bar.getByRole('button', { name: /^Codes shown/ })],
    ['menu of coders', bar.getByRole('button', { name: /^Coders shown/ })],
    ['page settings', bar.getByRole('button', { name: 'Page' })],
  ] as const) {
    await open.click();
    await expect(page.locator('.ui-popover').first()).toBeVisible();
    await look(name);
    await escape();
  }

  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Shift+k');
  await expect(page.getByRole('button', { name: 'Leave coding mode' })).toBeVisible();
  await look('coding mode');
  await page.keyboard.press('Control+Shift+k');
  await page.locator('.page-text').click({ button: 'right', position: { x: 60, y: 60 } });
  await look('menu of the text');
  await escape();

  await page.locator('.page-text').focus();
  await page.keyboard.press('F9');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog', { name: 'Remove 1 coding?' })).toBeVisible();
  await look('question before removing');
  await escape();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('lamp');
  await page.keyboard.press('Alt+3');
  await expect(page.locator('.found-rows')).toBeVisible();
  await look('found places');
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('tab', { name: 'History', selected: true })).toBeVisible();
  await look('history');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('history, dark');
  expect(found).toEqual([]);
});
