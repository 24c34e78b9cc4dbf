import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from '#tests/support/app/axe.ts';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData, recordsOf } from '#tests/support/app/project-data.ts';
import { codeRow, expectCodings, focusPane, openSample, startProject, toast } from '#tests/support/app/workbench.ts';

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function tree(page: Page): Promise<string[]> {
  const rows = page.getByRole('treegrid', { name: 'Codebook' }).getByRole('row');
  return rows.evaluateAll((all) =>
    all.map((row) => `${'- '.repeat(Number(row.getAttribute('aria-level')) - 1)}${row.getAttribute('aria-label')}`),
  );
}

async function dialogGone(page: Page): Promise<void> {
  await expect(page.locator('[role=dialog], [role=alertdialog]:not(.ui-toast)')).toHaveCount(0);
}

test('a codebook is built, ordered and nested by keys alone, and by dragging', async ({ errand }) => {
  await writeFile(join(errand.folder, 'text.txt'), 'A text with a few words in it.\n');
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Tree');

  await test.step('codes are made one after the other', async () => {
    const names = ['Animals', 'Cat', 'Dog', 'Plants', 'Fern'];
    await press(page, 'Control+Shift+N');
    for (const name of names) {
      const field = page.getByRole('textbox', { name: 'Name' });
      await expect(field).toHaveValue('');
      await expect(field).toBeFocused();
      await page.keyboard.type(name);
      // The next one at once: the dialog that is being left does not swallow the key.
      await press(page, 'Enter', ...(name === names.at(-1) ? [] : ['Control+Shift+N']));
    }
    await dialogGone(page);
    await expect.poll(() => tree(page)).toEqual(names);
  });

  await test.step('from a code that was made one goes on by key, to its sub-code and its menu', async () => {
    await focusPane(page, '.code-panel');
    await press(page, 'End', 'Shift+Enter');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('Frond');
    await press(page, 'Enter');
    await dialogGone(page);
    await expect(codeRow(page, 'Frond')).toBeFocused();
    await press(page, 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Edit/ })).toBeFocused();
    await press(page, 'ArrowDown');
    await expect(page.getByRole('menuitem', { name: /^New sub-code/ })).toBeFocused();
    await press(page, 'Escape');
    await expect(codeRow(page, 'Frond')).toBeFocused();
  });

  await test.step('a name begun with @ is completed; Escape leaves the letter, then drops what was written when pressed twice', async () => {
    await press(page, 'F2');
    const definition = page.getByRole('textbox', { name: 'Definition' });
    const names = page.getByRole('listbox', { name: 'Codes to name' });
    await definition.focus();
    await page.keyboard.type('A leaf of a @fer');
    await expect(names.getByRole('option', { name: 'Fern', selected: true })).toBeVisible();
    await press(page, 'Enter');
    await expect(names).toHaveCount(0);
    await page.keyboard.type(', not @a');
    await expect(names).toBeVisible();
    await press(page, 'Escape');
    await expect(names).toHaveCount(0);
    await expect(definition).toHaveValue('A leaf of a @Fern, not @a');
    await press(page, 'Escape');
    await expect(page.getByText('Not saved yet.')).toBeVisible();
    await press(page, 'Escape');
    await dialogGone(page);
    await expect(codeRow(page, 'Frond')).toBeFocused();
    await press(page, 'Control+z');
    await expect.poll(() => tree(page)).toEqual(['Animals', 'Cat', 'Dog', 'Plants', 'Fern']);
  });

  await test.step('two that are marked go into the code above in one step, and back', async () => {
    await focusPane(page, '.code-panel');
    await press(page, 'Home', 'ArrowDown', 'Shift+ArrowDown');
    await expect(page.getByText('2 codes marked')).toBeVisible();
    await press(page, 'Alt+ArrowRight');
    await expect.poll(() => tree(page)).toEqual(['Animals', '- Cat', '- Dog', 'Plants', 'Fern']);
    await press(page, 'Control+z');
    await expect.poll(() => tree(page)).toEqual(['Animals', 'Cat', 'Dog', 'Plants', 'Fern']);
    await press(page, 'Control+y');
    await expect.poll(() => tree(page)).toEqual(['Animals', '- Cat', '- Dog', 'Plants', 'Fern']);
  });

  await test.step('what is dropped on a code goes into it, what is dropped between two goes there', async () => {
    await codeRow(page, 'Fern').dragTo(codeRow(page, 'Plants'), { steps: 6 });
    await expect.poll(() => tree(page)).toEqual(['Animals', '- Cat', '- Dog', 'Plants', '- Fern']);
    await codeRow(page, 'Cat').click();
    await codeRow(page, 'Dog').click({ modifiers: ['Control'] });
    await codeRow(page, 'Dog').dragTo(codeRow(page, 'Fern'), { targetPosition: { x: 80, y: 2 }, steps: 6 });
    await expect.poll(() => tree(page)).toEqual(['Animals', 'Plants', '- Cat', '- Dog', '- Fern']);
  });

  await test.step('codes that would stand beside a namesake stay where they are, with a word on it', async () => {
    await press(page, 'Control+Shift+N');
    await page.keyboard.type('cat');
    await press(page, 'Enter');
    await dialogGone(page);
    await codeRow(page, 'cat').dragTo(codeRow(page, 'Plants'), { steps: 6 });
    await expect(toast(page, 'cat')).toBeVisible();
    await expect.poll(() => tree(page)).toEqual(['Animals', 'Plants', '- Cat', '- Dog', '- Fern', 'cat']);
  });

  await test.step('a closed code is still closed when the project is opened again', async () => {
    await codeRow(page, 'Plants').focus();
    await press(page, 'ArrowLeft');
    await expect.poll(() => tree(page)).toEqual(['Animals', 'Plants', 'cat']);
    await expect
      .poll(async () => (await readProjectData(page)).viewState.some(({ key }) => key === 'codePanel'))
      .toBe(true);
  });
});

test('codes are merged, split, deleted, found and gathered, and each can be taken back', async ({ errand }) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const records = async (): Promise<Record<string, unknown>> => recordsOf(await readProjectData(page));
  const before = await records();
  const { codings, codes } = await readProjectData(page);
  const countOf = (name: string): number =>
    codings.filter(({ codeId }) => codes.find(({ id }) => id === codeId)?.name === name).length;
  const isBack = async (): Promise<void> => {
    await press(page, 'Control+z');
    await expect.poll(records).toEqual(before);
  };

  await test.step('merging tells in numbers what there is afterwards, and keeps what was chosen', async () => {
    await codeRow(page, 'Night workers').click();
    await press(page, 'Shift+ArrowDown', 'Control+j');
    const dialog = page.getByRole('dialog', { name: 'Merge two codes' });
    const together = countOf('Night workers') + countOf('A town that cares');
    await expect(dialog.getByText('codings in “Night workers” afterwards')).toBeVisible();
    await expect(dialog.locator('.merge-numbers dt').first()).toHaveText(String(together));
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: /Definition/ }).click();
    await page.getByRole('option', { name: 'Only that of “A town that cares”' }).click();
    // Twice before it has closed: what is done once is taken back by one undo.
    await dialog.getByRole('button', { name: 'Merge codes' }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await dialogGone(page);
    await expect(toast(page, 'Merged 1 code into “Night workers”')).toBeVisible();
    await expect(codeRow(page, 'A town that cares')).toHaveCount(0);
    const after = (await readProjectData(page)).codes.find(({ name }) => name === 'Night workers');
    expect(after?.aliases).toEqual(['A town that cares']);
    expect(after?.definition).toBe(codes.find(({ name }) => name === 'A town that cares')?.definition);
    await isBack();
  });

  await test.step('splitting hands on by digits, also to a code that is there; nothing is written before Done', async () => {
    await codeRow(page, 'Money saved').click();
    await press(page, 'Control+d');
    const dialog = page.getByRole('dialog', { name: 'Split “Money saved”' });
    await expect(dialog.getByText(`1 of ${countOf('Money saved')}`)).toBeVisible();
    await press(page, '1');
    await page.keyboard.type('Saved by the town');
    await press(page, 'Enter', ' ', '1', 'Backspace', '1');
    await expect(dialog.getByText('2 codings handed on so far')).toBeVisible();
    await press(page, '0');
    await page.keyboard.type('stars');
    await expect(dialog.getByRole('option', { name: /^Stars and wildlife/ })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Enter');
    await expect(dialog.getByText('3 codings handed on so far')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /Stars and wildlife/ })).toContainText('1');
    expect(await axeFindings(page)).toEqual([]);
    expect(await records()).toEqual(before);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialogGone(page);
    await expect(codeRow(page, 'Saved by the town')).toHaveAttribute('aria-level', '3');
    await expect(codeRow(page, 'Saved by the town')).toContainText('2');
    await expect(codeRow(page, 'Stars and wildlife')).toContainText(String(countOf('Stars and wildlife') + 1));
    await expectCodings(page, codings.length);
  });

  await test.step('deleting gives the codings to the code above, where one wants that', async () => {
    const split = await records();
    await codeRow(page, 'Money saved').click();
    await press(page, 'ArrowDown', 'Delete');
    await page.getByRole('radio', { name: 'Give to the code above' }).click({ force: true });
    await expect(page.getByText('2 codings go to the code above.')).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await dialogGone(page);
    await expect(codeRow(page, 'Saved by the town')).toHaveCount(0);
    await expectCodings(page, codings.length);
    await press(page, 'Control+z');
    await expect.poll(records).toEqual(split);
    await isBack();
  });

  await test.step('the filter keeps what stands above, and says how many there are', async () => {
    await press(page, 'Control+Shift+A');
    await page.keyboard.type('wildlife');
    await expect.poll(() => tree(page)).toEqual(['Reasons for the dark', '- Stars and wildlife']);
    await expect(page.getByText('1 code found')).toBeAttached();
    await press(page, 'Escape');
    await expect.poll(async () => (await tree(page)).length).toBeGreaterThan(10);
  });

  await test.step('a set is made of what is marked, and only it is shown', async () => {
    await codeRow(page, 'Money saved').click();
    await codeRow(page, 'Safety after dark').click({ modifiers: ['Control'] });
    await codeRow(page, 'Safety after dark').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Sets' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'New set of these …' }).press('Enter');
    await page.getByRole('textbox', { name: 'New set of 2 codes' }).fill('Plain reasons');
    await press(page, 'Enter');
    await expect(page.getByRole('list', { name: 'Codes of “Plain reasons”' }).getByRole('listitem')).toHaveCount(2);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await dialogGone(page);
    await page.getByRole('button', { name: 'Order, counts and sets' }).click();
    await page.getByRole('menuitemradio', { name: 'Plain reasons' }).click();
    await expect
      .poll(() => tree(page))
      .toEqual(['Reasons for light', '- Safety after dark', 'Reasons for the dark', '- Money saved']);
    await press(page, 'Control+z');
    await expect.poll(async () => (await tree(page)).length).toBeGreaterThan(10);
  });
});

test('a code is found by typing wherever one is chosen; moves are said in words, and dropping with Shift merges', async ({
  errand,
}) => {
  const app = await errand.open();
  const { page } = app;
  await openSample(app);
  const records = async (): Promise<Record<string, unknown>> => recordsOf(await readProjectData(page));
  const before = await records();
  const { codings, codes } = await readProjectData(page);
  const countOf = (name: string, of = codings): number =>
    of.filter(({ codeId }) => codes.find(({ id }) => id === codeId)?.name === name).length;
  const said = page.getByTestId('codes-spoken');
  const chooser = page.getByRole('combobox');
  const option = (name: string | RegExp): Locator => page.getByRole('listbox').getByRole('option', { name });

  await test.step('“Move under …” finds the code by letters, says why some cannot be it, and does it with Enter', async () => {
    await codeRow(page, 'Money saved').click();
    await press(page, 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Move under …' }).press('Enter');
    await expect(chooser).toBeFocused();
    await expect(option(/^Reasons for the dark stands here already/)).toHaveAttribute('aria-disabled', 'true');
    await expect(option(/^Money saved this code itself/)).toHaveAttribute('aria-disabled', 'true');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('saf');
    await expect(option(/^Safety after dark/)).toHaveAttribute('data-current', 'true');
    await press(page, 'Enter');
    await dialogGone(page);
    await expect(toast(page, '“Money saved” moved under “Safety after dark”, 1 of 1')).toBeVisible();
    await expect(codeRow(page, 'Money saved')).toHaveAttribute('aria-level', '3');
    await press(page, 'Control+z');
    await expect(toast(page, 'Undone: move “Money saved” under “Safety after dark”')).toBeVisible();
    await expect.poll(records).toEqual(before);
  });

  await test.step('moves by key are said, also those that lead nowhere', async () => {
    await codeRow(page, 'Reasons for the dark').click();
    await press(page, 'ArrowDown', 'Alt+ArrowUp');
    await expect(said).toContainText('Already first here: ');
    await press(page, 'Shift+ArrowDown', 'Alt+ArrowDown');
    await expect(said).toContainText('2 codes moved, now 2 to 3 of ');
    await press(page, 'Control+z');
    await expect.poll(records).toEqual(before);
  });

  await test.step('“Move its codings to …” moves those that are chosen', async () => {
    await codeRow(page, 'Money saved').click();
    await codeRow(page, 'Money saved').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move its codings to …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move codings of “Money saved”' });
    await dialog.getByRole('button', { name: 'Choose a code To' }).focus();
    await page.keyboard.type('wild');
    await expect(option(/^Stars and wildlife/)).toHaveAttribute('data-current', 'true');
    await press(page, 'Enter');
    await expect(dialog.getByRole('button', { name: 'Stars and wildlife Reasons for the dark To' })).toBeFocused();
    await dialog.getByRole('checkbox').first().click({ force: true });
    const moving = countOf('Money saved') - 1;
    await dialog.getByRole('button', { name: `Move ${moving} coding` }).click();
    await dialogGone(page);
    await expect.poll(async () => countOf('Money saved', (await readProjectData(page)).codings)).toBe(1);
    await expectCodings(page, codings.length);
    await press(page, 'Control+z');
    await expect.poll(records).toEqual(before);
  });

  await test.step('a code that is dropped on another with Shift held is merged with it, when that is confirmed', async () => {
    await codeRow(page, 'Money saved').hover();
    await page.mouse.down();
    await codeRow(page, 'Stars and wildlife').hover();
    await page.keyboard.down('Shift');
    await codeRow(page, 'Stars and wildlife').hover({ position: { x: 70, y: 12 } });
    await expect(page.getByText('Merge with “Stars and wildlife” …')).toBeVisible();
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const dialog = page.getByRole('dialog', { name: 'Merge two codes' });
    await dialog.getByRole('button', { name: 'Merge codes' }).click();
    await dialogGone(page);
    await expect(codeRow(page, 'Money saved')).toHaveCount(0);
    await press(page, 'Control+z');
    await expect.poll(records).toEqual(before);
  });
});
