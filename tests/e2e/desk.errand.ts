import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import {
  codeRow,
  dragOver,
  expectCodings,
  makeCode,
  openProject,
  startProject,
  textAtHand,
  toast,
} from '#tests/support/app/workbench.ts';

/** Twenty paragraphs, each of which says whose it is. */
function textOf(name: string): string {
  return Array.from({ length: 20 }, (_, at) => `Paragraph ${at + 1} of ${name} says something of lamps.\n`).join('\n');
}

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const sourceRow = (page: Page, name: string): Locator => page.getByRole('option', { name: new RegExp(`^${name}`) });
const place = (page: Page): Locator => textAtHand(page).locator('.document-place');
const heading = (page: Page): Locator => textAtHand(page).getByRole('heading', { level: 1 });

async function widthOfSources(page: Page): Promise<number> {
  return (await page.locator('.source-panel').boundingBox())?.width ?? 0;
}

/** The name of the text that would have the focus if the app were opened again. */
async function rememberedAtHand(page: Page): Promise<string | undefined> {
  const { viewState, sources } = await readProjectData(page);
  const { value } = viewState.find(({ key }) => key === 'desk') ?? {};
  const { state } = value as { state: { focusedId: string; sides: { id: string; activeId: string }[] } };
  const side = state.sides.find(({ id }) => id === state.focusedId);
  return sources.find(({ id }) => id === side?.activeId)?.name;
}

test('texts lie in tabs and beside each other, are coded there, and lie so again the next day', async ({ errand }) => {
  for (const name of ['alder', 'birch', 'cedar']) await writeFile(join(errand.folder, `${name}.txt`), textOf(name));
  const first = await errand.open();
  const { page } = first;
  await startProject(first, errand.folder, 'Woods');
  await makeCode(page, 'Lamps');

  await test.step('one text has no row of tabs; tabs are opened by pointer and by key', async () => {
    await expect(page.getByRole('tablist', { name: 'Open texts' })).toHaveCount(0);
    await sourceRow(page, 'birch').click({ modifiers: ['Control'] });
    await expect(heading(page)).toHaveText('birch');
    await expect(tab(page, 'alder')).toBeVisible();
    await expect(textAtHand(page).getByRole('textbox')).toBeFocused();
    await page.getByRole('listbox', { name: 'Sources' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Enter');
    await expect(heading(page)).toHaveText('cedar');
    await expect(page.getByRole('tablist', { name: 'Open texts' }).getByRole('tab')).toHaveText([
      'alder',
      'birch',
      'cedar',
    ]);
  });

  await test.step('tabs are gone round, moved along the row, and closed by key', async () => {
    await page.keyboard.press('Control+Tab');
    await expect(heading(page)).toHaveText('alder');
    await page.keyboard.press('Control+Shift+Tab');
    await expect(heading(page)).toHaveText('cedar');
    await tab(page, 'cedar').focus();
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(tab(page, 'alder')).toBeFocused();
    await expect(page.getByRole('tablist', { name: 'Open texts' }).getByRole('tab')).toHaveText([
      'alder',
      'cedar',
      'birch',
    ]);
    await page.keyboard.press('Delete');
    await expect(tab(page, 'alder')).toHaveCount(0);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(heading(page)).toHaveText('birch');
    await page.keyboard.press('Alt+ArrowRight');
    await expect(heading(page)).toHaveText('cedar');
  });

  await test.step('a paragraph is gone to by its number, and back', async () => {
    await expect(place(page)).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('textbox', { name: 'Paragraph' })).toBeFocused();
    await page.keyboard.type('21');
    await page.keyboard.press('Enter');
    await expect(page.getByText('There is no paragraph 21. Type a number from 1 to 20.')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Paragraph' }).fill('17');
    await page.keyboard.press('Enter');
    await expect(place(page)).toHaveText('paragraph 17 of 20');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(place(page)).toHaveText('paragraph 1 of 20');
    await page.keyboard.press('Alt+ArrowRight');
    await expect(place(page)).toHaveText('paragraph 17 of 20');
  });

  await test.step('a key pressed as a menu closes is not lost', async () => {
    await tab(page, 'cedar').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Move to the other side' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('textbox', { name: 'Paragraph' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(textAtHand(page).getByRole('textbox')).toBeFocused();
  });

  await test.step('two texts beside each other are each coded where the focus is', async () => {
    await sourceRow(page, 'birch').click({ modifiers: ['Shift'] });
    await expect(page.getByTestId('reader')).toHaveCount(2);
    await expect(heading(page)).toHaveText('birch');
    await dragOver(page, 2, 'Paragraph 2 of birch');
    await codeRow(page, 'Lamps').click();
    await expectCodings(page, 1);
    await page.keyboard.press('Control+F6');
    await expect(heading(page)).toHaveText('cedar');
    await dragOver(page, 17, 'Paragraph 17 of cedar');
    await codeRow(page, 'Lamps').click();
    await expectCodings(page, 2);
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('a text on both sides shows there what is coded here', async () => {
    // From the codes to the one text, then to the other.
    await page.keyboard.press('F6');
    await expect(textAtHand(page).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('F6');
    await expect(heading(page)).toHaveText('birch');
    await sourceRow(page, 'cedar').click();
    await expect(heading(page)).toHaveText('cedar');
    const stripes = page.locator('.stripe');
    await expect(stripes).toHaveCount(2);
    await dragOver(page, 16, 'Paragraph 16');
    await codeRow(page, 'Lamps').click();
    await expectCodings(page, 3);
    await expect(stripes).toHaveCount(4);
    // Among the codes Alt and the arrows move the code.
    await textAtHand(page).getByRole('textbox').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(heading(page)).toHaveText('birch');
    await expect(page.locator('.inspector-quote')).toHaveText('Paragraph 2 of birch');
  });

  let width = 0;
  await test.step('the next day everything lies where it lay', async () => {
    const separator = page.getByRole('separator', { name: 'Width of the panel' }).first();
    const before = await widthOfSources(page);
    await separator.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => widthOfSources(page)).toBeGreaterThan(before);
    width = await widthOfSources(page);
    await expect.poll(() => rememberedAtHand(page)).toBe('birch');
    await first.electron.close();
  });
  const second = await errand.open();
  await openProject(second, 'Woods');
  await test.step('both sides, their tabs, the focus and the selection', async () => {
    await expect(second.page.getByTestId('reader')).toHaveCount(2);
    await expect(heading(second.page)).toHaveText('birch');
    await expect(second.page.locator('.inspector-quote')).toHaveText('Paragraph 2 of birch');
    expect(Math.abs((await widthOfSources(second.page)) - width)).toBeLessThanOrEqual(1);
    await second.page.keyboard.press('Alt+ArrowRight');
    await expect(heading(second.page)).toHaveText('cedar');
    await second.page.keyboard.press('Control+F6');
    await expect(second.page.locator('.inspector-quote')).toHaveText('Paragraph 17 of cedar');
  });

  await test.step('a source that is removed leaves both sides', async () => {
    await second.page.getByRole('listbox', { name: 'Sources' }).focus();
    await second.page.keyboard.press('End');
    await second.page.keyboard.press('Delete');
    await expect(toast(second.page, 'Removed')).toBeVisible();
    await expect(second.page.getByTestId('reader')).toHaveCount(1);
    await expect(heading(second.page)).toHaveText('birch');
    expect(await axeFindings(second.page)).toEqual([]);
  });
});
