import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { makeCode, startProject, textAtHand } from '#tests/support/app/workbench.ts';

test('panels come and go by key without losing the focus, and without moving the text', async ({ errand }) => {
  await writeFile(join(errand.folder, 'lamps.txt'), 'The lamps go out at midnight.\n\nNobody asked the night shift.\n');
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Lamps');
  const text = textAtHand(page).getByRole('textbox');
  // The dialogs that made the project have nothing to give the focus back to.
  await expect(text).toBeFocused();
  await makeCode(page, 'Dark');
  const memo = page.getByRole('textbox', { name: 'Text of the memo' });
  const panelTab = (name: string) => page.getByRole('tab', { name, exact: true });
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step('what takes the place of a panel takes its focus; Escape leads back to the text', async () => {
    await text.focus();
    await press('Control+Shift+M');
    await expect(memo).toBeFocused();
    await page.keyboard.type('Who is asked?');
    await press('Alt+2');
    await expect(panelTab('Codings')).toBeFocused();
    await press('Alt+1');
    await expect(panelTab('Passage')).toBeFocused();
    await press('Escape');
    await expect(text).toBeFocused();
    await press('F6', 'Control+.');
    await expect(page.locator('.right-side')).toHaveCount(0);
    await expect(text).toBeFocused();
    await press('Control+.');
  });

  await test.step('a memo that is shown again leaves the keyboard where it is', async () => {
    await press('Control+Shift+M');
    await expect(memo).toBeFocused();
    await page.keyboard.type('And who answers?');
    await press('Escape', 'Control+f');
    await expect(memo).toHaveCount(0);
    await press('Escape');
    await expect(memo).toBeVisible();
    await expect(text).toBeFocused();
  });

  await test.step('the text stays where it is when coding mode begins and ends', async () => {
    const line = textAtHand(page).locator('.page-line').first();
    const before = await line.boundingBox();
    await press('Control+Shift+K');
    await expect(page.getByRole('toolbar', { name: 'Coding mode' })).toBeVisible();
    expect(await line.boundingBox()).toEqual(before);
    await press('Escape');
    await expect(page.getByRole('toolbar', { name: 'Coding mode' })).toHaveCount(0);
    expect(await line.boundingBox()).toEqual(before);
  });
});
