import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app/errand.ts';
import {
  codeRow,
  expectCodings,
  inspectedCodings,
  openSample,
  openSource,
  palette,
  toast,
} from '#tests/support/app/workbench.ts';

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('what is coded can be cut, joined, moved, weighed and given again by keys alone, and all of it taken back', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  // Nothing is coded in this one.
  await openSource(page, 'Ludderby to vote on its dark hours');
  const text = page.locator('.page-text');
  const quote = page.locator('.inspector-quote');
  const said = page.getByTestId('coding-said');
  await text.focus();
  await page.keyboard.press('Control+Home');
  const before = Number(/\d+/.exec((await page.getByTestId('coding-count').textContent()) ?? '')?.[0]);
  let steps = 0;
  const counts = async (more: number): Promise<void> => expectCodings(page, before + more);

  await test.step('the sentence at the caret asks once which code, then takes one key a sentence', async () => {
    await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 'F5');
    await expect(palette(page)).toBeFocused();
    await page.keyboard.type('safe');
    // The palette is gone with the key that chooses: the next ones, however fast, are the text's.
    await press(page, 'Enter', 'F5', 'F5');
    await counts(3);
    await expect(said).toContainText('Coded Safety after dark. Next:');
    steps += 3;
  });

  await test.step('a sentence gets a recent code in two presses, a searched one in at most five', async () => {
    await press(page, 'Enter', '1');
    await counts(4);
    await press(page, 'Escape', 'Alt+ArrowDown', 'Enter');
    await press(page, 'm', 'o', 'n', 'Enter');
    await counts(5);
    await expect(inspectedCodings(page)).toHaveText([/Money saved/]);
    steps += 2;
  });

  await test.step('a code takes its name from the text, and the same words give the same code', async () => {
    await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'Control+Shift+o');
    await expect(codeRow(page, 'Ludderby')).toBeVisible();
    await counts(6);
    await press(page, 'Enter');
    await expect(page.getByRole('option', { name: /Ludderby.*given to this passage/ })).toBeVisible();
    await press(page, 'Escape');
    steps += 1;
  });

  await test.step('splits at the caret, and merges again what meets', async () => {
    await press(page, 'F9', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+Shift+x');
    await counts(7);
    await expect(toast(page, 'Split the coding')).toBeVisible();
    await press(page, 'Control+Shift+j');
    await counts(6);
    steps += 2;
  });

  await test.step('an edge moves, and what then overlaps another coding of the code can be merged at once', async () => {
    await press(page, 'Control+Home', 'Control+F9');
    const unmoved = (await quote.textContent()) ?? '';
    await press(page, 'F2', 'Control+ArrowRight', 'Enter');
    await expect(quote).not.toHaveText(unmoved);
    await expect(toast(page, 'Overlaps another “Safety after dark”.')).toBeVisible();
    await toast(page, 'Overlaps another').getByRole('button', { name: 'Merge' }).click();
    await counts(5);
    await expect(text).toBeFocused();
    steps += 2;
  });

  await test.step('coding mode gives codes by one key and goes on', async () => {
    await press(page, 'Control+Shift+k');
    await expect(page.getByRole('toolbar', { name: 'Coding mode' })).toBeVisible();
    await press(page, 'Control+End', 'Control+ArrowUp', '2');
    await counts(6);
    await press(page, 'Escape');
    await expect(page.getByRole('toolbar', { name: 'Coding mode' })).toHaveCount(0);
    steps += 1;
  });

  await test.step('undo takes back every step', async () => {
    for (let step = 0; step < steps; step++) await page.keyboard.press('Control+z');
    await counts(0);
    await expect(codeRow(page, 'Ludderby')).toHaveCount(0);
  });
});
