import type { Locator, Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs, resizeTo } from '#tests/support/app/postil-app.ts';
import { chooseFromProjectMenu, codeRow, exportByMenu, openSample, toast } from '#tests/support/app/workbench.ts';

const SAFETY = 'The text says what light, or the lack of it, does to the safety of people outdoors.';

const dialogOf = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const sentences = (page: Page): Locator => page.locator('.difference-sentence');

async function edit(page: Page, code: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await codeRow(page, code).focus();
  await page.keyboard.press('F2');
  for (const [label, text] of Object.entries(fields))
    await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function nameVersion(page: Page, name: string): Promise<void> {
  await chooseFromProjectMenu(page, 'Name this version of the codebook');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
}

test('a version is named, what changed since is read in words, it is restored, and that is undone', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await resizeTo(app, 1280, 860);
  await nameVersion(page, 'After pilot');
  await expect(toast(page, 'Kept the codebook as “After pilot”')).toBeVisible();
  await nameVersion(page, ' after PILOT');
  await expect(page.getByText('There is a version “after PILOT” already')).toBeVisible();
  await page.keyboard.press('Escape');

  await edit(page, 'Safety after dark', { Name: 'Safety', Definition: SAFETY.replace('people', 'women') });
  await codeRow(page, 'A town that cares').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Control+Shift+n');
  await page.getByRole('textbox', { name: 'Name' }).fill('Fog');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(codeRow(page, 'Fog')).toBeVisible();

  const told = [
    '“Safety after dark” was renamed to “Safety”.',
    'The definition of “Safety” changed.',
    '“A town that cares” was moved from “Reasons for light” to the top.',
    '“Fog” was added.',
  ];
  await test.step('in words, of all kinds and of one', async () => {
    await chooseFromProjectMenu(page, 'Versions of the codebook');
    await expect(sentences(page)).toHaveText(told);
    await expect(page.locator('del')).toHaveText(['people']);
    await expect(page.locator('ins')).toHaveText(['women']);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('Moved 1').click();
    await expect(sentences(page)).toHaveText([told[2] ?? '']);
  });

  await test.step('from a rewritten code to the codings made before, from a version to those made under it', async () => {
    const rows = page.getByRole('listbox', { name: 'Codings' }).getByRole('option');
    await page.getByText('All 4').click();
    await page.getByRole('button', { name: 'list those of “Safety”' }).press('Enter');
    await expect(page.locator('.codings-panel .count')).toHaveText('9');
    await expect(page.getByText('Made before the code was last rewritten')).toBeVisible();
    await expect(page.getByRole('listbox', { name: 'Codings' })).toBeFocused();
    const quote = await rows.first().locator('.codings-row-quote').textContent();
    await page.keyboard.press('Enter');
    await expect(page.locator('.document-place')).toBeVisible();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain((quote ?? '').slice(0, 60));

    await chooseFromProjectMenu(page, 'Versions of the codebook');
    await page.getByRole('button', { name: '70 codings are older than all versions' }).click();
    await page.getByRole('button', { name: /Night workers 8$/ }).click();
    await expect(rows).toHaveCount(8);
    await page.getByRole('button', { name: 'When they were made' }).click();
    await page.getByRole('menuitemradio', { name: 'Made since the last version, “After pilot”' }).click();
    await expect(page.getByText('None of them was made then.')).toBeVisible();
    await chooseFromProjectMenu(page, 'Versions of the codebook');
  });

  await test.step('restored, and back again by one undo', async () => {
    await page.getByRole('button', { name: 'What to do with “After pilot”' }).click();
    await page.getByRole('menuitem', { name: 'Restore' }).click();
    await expect(dialogOf(page, 'Restore “After pilot”?').getByRole('listitem')).toHaveText([
      /^2.*become again what they were/,
      /^1.*made since goes/,
    ]);
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText('Nothing changed.')).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(codeRow(page, 'Safety after dark')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(codeRow(page, 'Fog')).toBeVisible();
    await expect(codeRow(page, 'Safety')).toBeVisible();
  });
});

test('a colleague’s codebook is merged: what only she changed is taken, a conflict is decided by key, all undone at once', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await nameVersion(page, 'After pilot');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const file = join(errand.folder, 'hers.csv');
  await exportByMenu(app, 'the codebook', file);
  const lines = (await readFile(file, 'utf8'))
    .replace(SAFETY, 'The text says what darkness does to those who walk home.')
    .replaceAll('Money saved', 'Money')
    .split('\r\n');
  await writeFile(file, lines.filter((line) => !line.startsWith('Reasons for light > Night workers')).join('\r\n'));
  await edit(page, 'Safety after dark', { Definition: 'The text says what light does to safety.' });

  await chooseInDialogs(app, file);
  await chooseFromProjectMenu(page, 'Merge a colleague’s codebook');
  await page.keyboard.press('Enter');
  const merging = dialogOf(page, 'Merge “hers.csv”');
  await expect(merging.getByRole('button', { name: /Both came from/ })).toContainText('After pilot');
  await merging.getByText(/changes? (?:is|are) settled/).click();
  await expect(sentences(page).filter({ hasText: '“Money saved” will be renamed to “Money”.' })).toBeVisible();
  const conflicts = merging.locator('.conflict');
  await expect(conflicts.locator('h4')).toContainText([
    '“Safety after dark”: Definition',
    '“Night workers” was removed by them',
  ]);
  await expect(merging.getByText('2 undecided; they stay as they are here.')).toBeVisible();
  await conflicts.first().focus();
  await page.keyboard.press('3');
  await expect(conflicts.nth(1)).toBeFocused();
  await page.keyboard.press('1');
  await expect(merging.getByText('All decided.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();

  await expect(toast(page, /^Merged “hers.csv”: \d+ changed/)).toBeVisible();
  await expect(codeRow(page, 'Money')).toBeVisible();
  await expect(codeRow(page, 'Night workers')).toBeVisible();
  const definition = page.getByRole('textbox', { name: 'Definition', exact: true });
  await codeRow(page, 'Safety after dark').focus();
  await page.keyboard.press('F2');
  await expect(definition).toHaveValue(
    'The text says what light does to safety.\nThe text says what darkness does to those who walk home.',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(codeRow(page, 'Money saved')).toBeVisible();

  await test.step('a file that was opened to be imported can be merged instead', async () => {
    await chooseFromProjectMenu(page, 'Import a codebook or codings');
    await page.getByRole('button', { name: 'Merge instead' }).click();
    await expect(merging.getByText('2 undecided; they stay as they are here.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('a codebook begins with a pasted outline and with a scheme, a step each', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const begin = dialogOf(page, 'Begin a codebook');
  await chooseFromProjectMenu(page, 'Starting points for the codebook');
  await begin.getByRole('textbox', { name: 'Outline' }).fill('Weather\n  Fog: Nothing can be seen\n  Rain');
  await expect(begin.getByText('3 codes', { exact: true })).toBeVisible();
  await expect(begin.getByText('Nothing can be seen', { exact: true })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await begin.getByRole('button', { name: 'Add 3 codes' }).click();
  await expect(codeRow(page, 'Fog')).toBeVisible();

  await chooseFromProjectMenu(page, 'Starting points for the codebook');
  await begin.getByText('Stance', { exact: true }).click();
  await begin.getByRole('button', { name: 'Add 12 codes' }).click();
  await expect(toast(page, 'Added 12 codes')).toBeVisible();
  // One of the twelve only holds the others together, and is not counted.
  await expect(page.getByText('27 codes', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('16 codes', { exact: true })).toBeVisible();
  await expect(codeRow(page, 'Fog')).toBeVisible();
});
