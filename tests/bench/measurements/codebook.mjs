import { goHome, openProject, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { paintedAfter, repeat } from '../driver/painted.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { p95, rounded } from '../report/statistics.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../report/row.mjs').Row} Row */

const FRAME_MS = 1000 / 60;
const TIMES = 15;
const OPENINGS = 5;
const TREE = '.code-tree';

export const codebookRows = ['open-codes', 'filter-codes', 'move-code', 'count-codes', 'open-codebook-page'];

/**
 * A codebook of 5,000 codes in 100 groups with 100,000 codings: its tree and its page, from the click or key press to the next
 * painted frame that shows the answer.
 * @param {readonly string[]} wanted names of rows
 * @returns {Promise<Row[]>}
 */
export async function measureCodebook(wanted) {
  const from = await projectFolder('Codes');
  return inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async ({ page }) => {
        /** @type {Row[]} */
        const rows = [];
        /** @type {(name: string, values: readonly number[]) => void} */
        const inFrames = (name, values) =>
          void rows.push(
            makeRow({
              name,
              unit: 'ms',
              aim: 2,
              values,
              floors: [FRAME_MS],
              detail: { p95: rounded(p95(values)), rows: 5000 },
            }),
          );
        await goHome(page);
        await openProject(page, 'Codes');
        if (wanted.includes('open-codes')) inFrames('open-codes', await showTree(page));
        if (wanted.includes('filter-codes')) inFrames('filter-codes', await typeIntoFilter(page));
        if (wanted.includes('move-code')) inFrames('move-code', await moveCode(page));
        if (wanted.includes('count-codes')) inFrames('count-codes', await countAnew(page));
        if (wanted.includes('open-codebook-page')) inFrames('open-codebook-page', await showPage(page));
        return rows;
      }),
    { from },
  );
}

/**
 * The left side comes back, and the tree with it.
 * @param {Page} page
 */
async function showTree(page) {
  return repeat(OPENINGS, async () => {
    await page.keyboard.press('Control+b');
    await page.locator(TREE).waitFor({ state: 'detached' });
    return paintedAfter(page, '.workbench-main', () => page.keyboard.press('Control+b'));
  });
}

/**
 * Each letter of a name, and each taken back.
 * @param {Page} page
 */
async function typeIntoFilter(page) {
  await page.keyboard.press('Control+Shift+a');
  const letters = 'T h e m e Space 4 3 2 1'.split(' ');
  const values = await repeat(TIMES, (turn) => {
    const at = turn % (2 * letters.length);
    const key = at < letters.length ? (letters[at] ?? 'x') : 'Backspace';
    return paintedAfter(page, '.code-panel', () => page.keyboard.press(key));
  });
  await page.keyboard.press('Escape');
  return values;
}

/**
 * A code one place down among its siblings, and up again.
 * @param {Page} page
 */
async function moveCode(page) {
  await page.locator(`${TREE} [role=row]`).nth(3).focus();
  return repeat(TIMES, (turn) =>
    paintedAfter(page, TREE, () => page.keyboard.press(turn % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp')),
  );
}

/**
 * The numbers of the tree, when a sentence has got a code of it: of the code and of the group above.
 * @param {Page} page
 */
async function countAnew(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  return repeat(TIMES, async (turn) => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    return paintedAfter(page, TREE, () => page.keyboard.press(String(2 + (turn % 8))));
  });
}

/**
 * The codebook as a page, from the text.
 * @param {Page} page
 */
async function showPage(page) {
  return repeat(OPENINGS, async () => {
    const painted = await paintedAfter(page, '.workbench-main', () => page.keyboard.press('Control+Shift+b'));
    await page.locator('.codebook-page').first().waitFor();
    await page.keyboard.press('Control+Shift+r');
    await page.locator('.page-text').first().waitFor();
    return painted;
  });
}
