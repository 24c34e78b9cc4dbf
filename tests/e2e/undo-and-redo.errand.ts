import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app/errand.ts';
import { chooseInDialogs } from '#tests/support/app/postil-app.ts';
import { readProjectData, recordsOf } from '#tests/support/app/project-data.ts';
import {
  codeRow,
  dragOver,
  expectCodings,
  openProject,
  openSource,
  palette,
  startProject,
} from '#tests/support/app/workbench.ts';

/** What undo will say it takes back, and the records once the step is done; null where a step comes with the next one. */
interface Step {
  readonly label: string;
  readonly records: Record<string, unknown> | null;
}

const stepButton = (page: Page, direction: 'Undo' | 'Redo', label: string) =>
  page.getByRole('button', { name: `${direction} ${label}`, exact: true });

test('a session of every kind of step is undone to the empty project and redone, step by step and by name', async ({
  errand,
}) => {
  await writeFile(join(errand.folder, 'a.txt'), 'Grain went north by river.\n\nSalt came south on carts.\n');
  await writeFile(join(errand.folder, 'b.txt'), 'Nobody kept count of the carts.\n');
  const later = join(errand.folder, '..', 'later.txt');
  await writeFile(later, 'Count was kept of the boats.\n');
  const first = await errand.open();
  const { page } = first;
  const steps: Step[] = [];
  const done = async (...labels: readonly string[]): Promise<void> => {
    await expect(stepButton(page, 'Undo', labels.at(-1) ?? '')).toBeEnabled();
    const records = recordsOf(await readProjectData(page));
    steps.push(...labels.map((label, index) => ({ label, records: index === labels.length - 1 ? records : null })));
  };

  await test.step('the session', async () => {
    await startProject(first, errand.folder, 'Trade');
    await done('import 2 sources');
    await openSource(page, 'a');
    await dragOver(page, 1, 'Grain went north');
    await page.keyboard.press('Enter');
    await palette(page).fill('Goods');
    await page.keyboard.press('Enter');
    await expectCodings(page, 1);
    await done('new code “Goods”', 'code “Goods”');
    await dragOver(page, 2, 'Salt came south');
    await page.keyboard.press('Enter');
    await palette(page).fill('Roads');
    await page.keyboard.press('Enter');
    await expectCodings(page, 2);
    await done('new code “Roads”', 'code “Roads”');
    await page.getByRole('textbox', { name: 'Comment on this coding' }).fill('Salt, or fish?');
    await done('memo on a coding of “Roads”');
    await codeRow(page, 'Goods').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Wares');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(codeRow(page, 'Wares')).toBeVisible();
    await done('edit “Goods”');
    await codeRow(page, 'Wares').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Colour' }).hover();
    await page.getByRole('menuitemradio', { name: 'Rose' }).click();
    await done('edit “Wares”');
    await codeRow(page, 'Roads').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Move into the code above' }).click();
    await expect(codeRow(page, 'Roads')).toHaveAttribute('aria-level', '2');
    await done('move “Roads” under “Wares”');
    await codeRow(page, 'Wares').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('alertdialog', { name: 'Delete “Wares” and its code?' })).toContainText(
      '2 codings in 1 source will be removed',
    );
    await page.getByRole('button', { name: 'Delete' }).click();
    await expectCodings(page, 0);
    await done('delete “Wares”');
    await page.getByRole('option', { name: 'b' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Carts');
    await page.keyboard.press('Enter');
    await done('rename to “Carts”');
    await page.getByRole('option', { name: 'Carts' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove from the project' }).click();
    await done('remove “Carts”');
    await chooseInDialogs(first, later);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: 'Done' }).click();
    await done('import 1 source');
  });

  const travel = async (where: Page, direction: 'Undo' | 'Redo'): Promise<void> => {
    const order = direction === 'Undo' ? steps.toReversed() : steps;
    for (const [index, { label }] of order.entries()) {
      await stepButton(where, direction, label).click();
      const next = order[index + 1];
      const after = next
        ? stepButton(where, direction, next.label)
        : where.getByRole('button', { name: `Nothing to ${direction.toLowerCase()}` });
      await expect(after).toBeVisible();
      const reached = direction === 'Undo' ? steps[steps.length - 2 - index]?.records : steps[index]?.records;
      if (reached) expect(recordsOf(await readProjectData(where)), `after ${direction} ${label}`).toEqual(reached);
    }
  };

  await test.step('all the way back', async () => {
    await travel(page, 'Undo');
    const empty = await readProjectData(page);
    expect([empty.coders, empty.sources, empty.codes, empty.codings]).toEqual([[], [], [], []]);
  });
  await test.step('all the way forth', () => travel(page, 'Redo'));
  await first.electron.close();

  const second = await errand.open();
  await test.step('and back again after a restart', async () => {
    await openProject(second, 'Trade');
    await travel(second.page, 'Undo');
  });
  await test.step('after which whoever makes a code is known by name', async () => {
    await second.page.getByRole('button', { name: 'New code', exact: true }).first().click();
    await second.page.getByRole('textbox', { name: 'Name' }).fill('Anew');
    await second.page.getByRole('button', { name: 'Create' }).click();
    await expect(stepButton(second.page, 'Undo', 'new code “Anew”')).toBeVisible();
    const { codes, coders } = await readProjectData(second.page);
    expect(coders.map(({ id }) => id)).toEqual(codes.map(({ createdBy }) => createdBy));
  });
});
