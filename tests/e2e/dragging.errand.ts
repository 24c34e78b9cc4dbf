import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app/errand.ts';
import { readProjectData } from '#tests/support/app/project-data.ts';
import { copied, numberedLine, spotOf } from '#tests/support/app/reading.ts';
import { codeRow, expectCodings, makeCode, startProject } from '#tests/support/app/workbench.ts';

const TEXT = 'The first sentence stands here. The second one follows, and ends.';
const SECOND = TEXT.indexOf('The second');

async function quotes(page: Page): Promise<string[]> {
  const { codings } = await readProjectData(page);
  return codings.map(({ quote }) => quote).toSorted();
}

test('codes and passages are dragged onto each other, and the ends of codings to where they should be', async ({
  errand,
}) => {
  await writeFile(join(errand.folder, 'text.txt'), `${TEXT}\nAnother paragraph.\n`);
  const app = await errand.open();
  const { page } = app;
  await startProject(app, errand.folder, 'Dragging');
  await makeCode(page, 'Order');
  await makeCode(page, 'Place');

  await test.step('a code dropped on a sentence is given to it', async () => {
    const spot = await spotOf(page, 1, SECOND + 6);
    const line = await numberedLine(page, 1).boundingBox();
    if (!line) throw new Error('no line');
    await codeRow(page, 'Order').dragTo(numberedLine(page, 1), {
      targetPosition: { x: spot.x - line.x, y: spot.y - line.y },
      // A hand is seen over the text before it lets go.
      steps: 6,
    });
    await expectCodings(page, 1);
    expect(await quotes(page)).toEqual([TEXT.slice(SECOND)]);
  });

  await test.step('a passage dropped on a code is given that code', async () => {
    const spot = await spotOf(page, 2, 3);
    await page.mouse.dblclick(spot.x, spot.y);
    expect(await copied(app)).toBe('Another');
    const row = await codeRow(page, 'Place').boundingBox();
    if (!row) throw new Error('no row');
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.move(spot.x - 20, spot.y + 8);
    await page.mouse.move(row.x + 60, row.y + row.height / 2, { steps: 6 });
    await page.mouse.up();
    await expectCodings(page, 2);
    expect(await quotes(page)).toEqual(['Another', TEXT.slice(SECOND)]);
  });

  const grabEnd = async (to: number): Promise<void> => {
    const end = await page.locator('.reader-edge.end').boundingBox();
    const spot = await spotOf(page, 1, to, 'right');
    if (!end) throw new Error('no handle');
    const hand = { x: end.x + end.width / 2, y: end.y + end.height + 1 };
    await page.mouse.move(hand.x, hand.y);
    await page.mouse.down();
    await page.mouse.move(spot.x + 20, hand.y);
    await page.mouse.move(spot.x, hand.y);
  };

  await test.step('the end of the chosen coding is dragged; Escape leaves it', async () => {
    await page.locator('.page-text').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+F9');
    expect(await copied(app)).toBe(TEXT.slice(SECOND));
    const follows = TEXT.indexOf('follows') + 'follows'.length - 1;
    await grabEnd(follows);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await copied(app)).toBe(TEXT.slice(SECOND));
    expect(await quotes(page)).toEqual(['Another', TEXT.slice(SECOND)]);
    await grabEnd(follows);
    await page.mouse.up();
    await expect.poll(() => quotes(page)).toEqual(['Another', TEXT.slice(SECOND, follows + 1)]);
  });

  await test.step('by key it is moved by words and sentences, at either end, and undone as one step', async () => {
    await page.keyboard.press('F2');
    await expect(page.getByTestId('edges-spoken')).toContainText('“Order”');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    const moved = TEXT.slice(0, TEXT.indexOf('follows')).replace(/ $/, '');
    await expect.poll(() => quotes(page)).toEqual(['Another', moved]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toEqual(['Another', `${moved.slice(SECOND)} follows`]);
  });
});
