import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { resizeTo } from '#tests/support/app/postil-app.ts';
import {
  codeRow,
  expectCodings,
  openProject,
  openSample,
  palette,
  readingBegins,
} from '#tests/support/app/workbench.ts';

const SAMPLE = 'Ludderby after midnight';

function jumpField(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Command, source, code or memo' });
}

/** Opens the palette, types, takes the first. Waits for nothing in between, as quick hands do not: every letter must arrive. */
async function jump(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  await expect(jumpField(page)).toHaveCount(0);
}

async function everythingGone(page: Page): Promise<void> {
  await expect(page.locator('[role=dialog], [data-exiting]')).toHaveCount(0);
}

test('a source, a code and a command are found and reached by name', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await jump(page, 'lamp prom');
  await expect(page.getByTestId('reader').getByRole('heading', { name: 'A lamp is a promise' })).toBeVisible();
  await jump(page, 'safety aft');
  await expect(page.getByRole('tab', { name: 'Codings', selected: true })).toBeVisible();
  await expect(page.getByRole('tabpanel').getByText('Safety after dark').first()).toBeVisible();
  await jump(page, 'find in this');
  await expect(page.getByRole('textbox', { name: 'Find in this text' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  const rows = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  await expect(rows.first()).toContainText('Find in this text');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await expect(rows.nth(1)).toContainText('Safety after dark');
  await page.keyboard.press('Escape');
  await expect(page.locator('.page-text')).toBeFocused();
});

test('keys are chosen, taken over, refused, kept over a restart and given back', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.type('find in this text');
  await page.keyboard.press('Enter');
  const recorder = page.getByRole('textbox', { name: 'New keys' });
  await expect(recorder).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByText('K alone is for typing. Add Ctrl or Alt.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(recorder).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+Alt+e');
  await expect(page.getByText(/types signs on many keyboards/)).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(page.getByText('Ctrl B belongs to “Sources and codes”, which then has no key.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Find in this text” has Ctrl B now.')).toBeVisible();
  await expect(page.getByRole('option', { name: 'Find in this text changed Ctrl B' })).toBeVisible();
  await page.keyboard.press('Escape');
  await everythingGone(page);

  const find = page.getByRole('textbox', { name: 'Find in this text' });
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+b');
  await expect(find).toBeFocused();
  await expect(page.getByRole('button', { name: 'Sources and codes' })).toHaveAttribute('aria-pressed', 'true');
  await app.electron.close();

  const again = await errand.open();
  await openProject(again, SAMPLE);
  await again.page.keyboard.press('Control+b');
  await expect(again.page.getByRole('textbox', { name: 'Find in this text' })).toBeFocused();
  await again.page.keyboard.press('F1');
  await again.page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(again.page.getByText('All keys are as they came.')).toBeVisible();
  await again.page.keyboard.press('Escape');
  await everythingGone(again.page);
  await again.page.keyboard.press('Control+b');
  await expect(again.page.getByRole('treegrid', { name: 'Codebook' })).toHaveCount(0);
});

test('a key right after a dialog is meant for the text, one held down for what it was pressed in, and Enter makes a code once', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  for (const key of ['Escape', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+Shift+s'])
    await page.keyboard.press(key);
  await expect(page.locator('.inspector-quote')).toHaveText(/^From Monday 4 November/);
  const codings = page.getByTestId('coding-count');
  const before = (await codings.textContent()) ?? '';
  await page.keyboard.down('Enter');
  await expect(palette(page)).toBeFocused();
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(palette(page)).toBeFocused();
  await expect(codings).toHaveText(before);
  // The second Enter is the text's, and asks for the next code.
  await page.keyboard.type('Lamp watch');
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  await expectCodings(page, Number(/\d+/.exec(before)?.[0]) + 1);
  await expect(codeRow(page, 'Lamp watch')).toHaveCount(1);
  await expect(palette(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.locator('.page-text')).toBeFocused();
});

test('the tour is taken once, by key, and comes back only when asked for', async ({ errand }) => {
  const app = await errand.open({ isNewHere: true });
  const { page } = app;
  const step = (title: string): Locator => page.getByRole('region', { name: title });
  await openSample(app);
  await expect(step('Select a passage')).toBeVisible();
  await expect(page.locator('.page-text')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Tour, step 1 of 5' })).toHaveCount(1);
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(step('Give it a code')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeFocused();
  await page.keyboard.type('safe');
  await page.keyboard.press('Enter');
  await expect(step('See what it became')).toBeVisible();
  for (let panes = 0; panes < 2; panes++) await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(step('Go from coding to coding')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.page-text')).toBeFocused();
  await page.keyboard.press('F9');
  await expect(step('Take it away')).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.locator('.tour')).toHaveCount(0);
  await expect(page.locator('.page-text')).toBeFocused();
  await page.keyboard.press('Control+Shift+w');

  await openSample(app);
  await expect(codeRow(page, 'Safety after dark')).toBeVisible();
  await expect(page.locator('.tour')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+w');
  await page.getByRole('button', { name: 'Tour of the sample project' }).click();
  await readingBegins(page);
  await expect(step('Select a passage')).toBeVisible();
});

test('axe finds nothing on the sheet of keys, the palette and the tour', async ({ errand }) => {
  const app = await errand.open({ isNewHere: true });
  const { page } = app;
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    await expect(page.locator('[data-exiting]')).toHaveCount(0);
    found.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`));
  };
  await openSample(app);
  await expect(page.getByRole('region', { name: 'Select a passage' })).toBeVisible();
  await look('tour beside the text');
  await resizeTo(app, 820, 700);
  await look('tour below the text');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.keyboard.press('Control+k');
  await expect(jumpField(page)).toBeFocused();
  await page.keyboard.type('a');
  await look('palette');
  await page.keyboard.type('qqqq');
  await expect(page.getByText(/^No command, source, code or memo is like/)).toBeVisible();
  await look('palette without an answer');
  await page.keyboard.press('Escape');
  await everythingGone(page);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await look('sheet of keys');
  await page.keyboard.type('export codings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'New keys' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Take it over' })).toBeVisible();
  await look('keys of a command');
  await page.keyboard.press('x');
  await expect(page.getByText('X alone is for typing.')).toBeVisible();
  await look('keys refused');
  expect(found).toEqual([]);
});
