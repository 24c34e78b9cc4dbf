import { expect, test } from '#tests/support/app/errand.ts';
import { axeFindings } from '#tests/support/app/axe.ts';
import { openSample, openSource, palette, toast } from '#tests/support/app/workbench.ts';

test('codings are found, put in order, picked and changed several at once, by keys alone', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  await openSource(page, 'A lamp is a promise');
  const list = page.getByRole('listbox', { name: 'Codings' });
  const rows = list.getByRole('option');
  const heading = page.locator('.codings-panel .count');
  const picked = list.getByRole('option', { selected: true });

  await expect(page.getByTestId('coded-share')).toHaveText(/^\d+% of this text is coded$/);
  await page.keyboard.press('Alt+2');
  await expect(rows.first()).toBeVisible();
  const total = Number(await heading.textContent());
  const first = await rows.first().textContent();

  await test.step('words narrow the list; where none has them it says so', async () => {
    await page.getByRole('textbox', { name: 'Find in codings' }).fill('safety');
    await expect(heading).toHaveText(new RegExp(`^\\d+ of ${total}$`));
    await page.getByRole('textbox', { name: 'Find in codings' }).fill('no such words');
    await expect(page.getByText('No coding has “no such words”')).toBeVisible();
    await page.getByRole('textbox', { name: 'Find in codings' }).fill('');
  });

  await test.step('the order is chosen from a menu', async () => {
    await page.getByRole('button', { name: 'Order: As in the text' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'By code' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Order: By code' })).toBeVisible();
    await page.getByRole('button', { name: 'Order: By code' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'As in the text' }).press('Enter');
    await expect(rows.first()).toHaveText(first ?? '');
  });

  await test.step('Shift picks a stretch, Ctrl and space single rows; what is picked gets another code in one step', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('status').filter({ hasText: '3 picked' })).toBeVisible();
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Space');
    await expect(picked).toHaveCount(4);
    await page.keyboard.press('Control+Space');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Shift+F2');
    await expect(palette(page)).toBeFocused();
    await page.keyboard.type('money');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: /Give 3 codings the code/ });
    await expect(question.or(toast(page, /Gave \d codings the code/))).toBeVisible();
    if (await question.isVisible()) await question.getByRole('button', { name: 'Change code' }).click();
    await expect(toast(page, /Gave \d codings the code/)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(rows.first()).toHaveText(first ?? '');
  });

  await test.step('removing asks where others have worked, and one undo brings all back', async () => {
    await list.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    const question = page.getByRole('alertdialog', { name: `Remove ${total} codings?` });
    await expect(question).toContainText('Work by');
    expect(await axeFindings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('No codings here yet.')).toBeVisible();
    await expect(page.getByTestId('coded-share')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(heading).toHaveText(String(total));
  });

  await test.step('one key goes from a coding in the text to its weight, which takes digits as fast as they come', async () => {
    await page.locator('.page-text').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F9');
    await page.keyboard.press('Control+F2');
    const weight = page.getByRole('spinbutton', { name: 'Weight' });
    await expect(weight).toBeFocused();
    // Within one task: two digits before anything could be written.
    await weight.evaluate(() => ['7', '5'].forEach((digit) => document.execCommand('insertText', false, digit)));
    await expect(weight).toHaveValue('75');
    await page.keyboard.press('Escape');
    await expect(page.locator('.page-text')).toBeFocused();
    await page.keyboard.press('Control+Home');
    await expect(weight).toHaveCount(0);
    await page.keyboard.press('F9');
    await expect(weight).toHaveValue('75');
  });
});
