import { goHome, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { frameOf, paintedWhen, repeat } from '../driver/painted.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { median, p95, rounded } from '../report/statistics.mjs';
import { countsOnDisk, countsOnScreen } from './codebook/counts.mjs';
import { filtered } from './codebook/filtered.mjs';
import { typeNothing } from './reading/acts.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {{name: string, measure: (page: Page) => Promise<number[]>}} Act */

const CODES = 5000;
const CODINGS = 100_000;
const TIMES = 16;
const OPENINGS = 6;
const BREATH_MS = 300;

/** @type {readonly Act[]} */
const inTree = [
  { name: 'open-codes', measure: showTree },
  { name: 'filter-codes', measure: typeIntoFilter },
  { name: 'move-code', measure: moveCode },
  { name: 'count-codes', measure: countAnew },
  { name: 'open-codebook-page', measure: showPage },
];
/** @type {readonly Act[]} */
const overDenseText = [
  { name: 'open-codebook-page-dense', measure: showPage },
  { name: 'step-codebook-page-dense', measure: stepOnPage },
];

/**
 * A codebook of 5,000 codes in 100 groups with 100,000 codings: its tree and its page, from the key press to the next painted
 * frame that shows the answer. The codings are in a thousand texts, and once more all in the one text that lies open.
 */
export const codebookGroups = [groupOf('Codes', inTree), groupOf('Dense', overDenseText)];

/**
 * @param {'Codes' | 'Dense'} project
 * @param {readonly Act[]} acts
 */
function groupOf(project, acts) {
  return {
    rows: acts.map(({ name }) => name),
    measure: (/** @type {readonly string[]} */ wanted) =>
      measureIn(
        project,
        acts.filter(({ name }) => wanted.includes(name)),
      ),
  };
}

/**
 * @param {'Codes' | 'Dense'} name
 * @param {readonly Act[]} acts
 * @returns {Promise<Row[]>}
 */
async function measureIn(name, acts) {
  const from = await projectFolder(name);
  return inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async ({ page }) => {
        await goHome(page);
        await openProject(page, name);
        if (name === 'Dense') await openSource(page, 'long-text');
        await page.waitForTimeout(4 * BREATH_MS);
        const { codes, codings } = await countsOnDisk(page);
        if (codes !== CODES || codings !== CODINGS) throw new Error(`${name} has ${codes} codes, ${codings} codings`);
        const keyToPaint = rounded(median(await typeNothing(page)));
        /** @type {Row[]} */
        const rows = [];
        for (const act of acts) {
          const floors = [await frameOf(page)];
          const values = await act.measure(page);
          floors.push(await frameOf(page));
          await checkCounts(page);
          const detail = { floorIs: 'a frame', keyToPaint, p95: rounded(p95(values)), codes, codings };
          rows.push(makeRow({ name: act.name, unit: 'ms', aim: 2, values, floors, detail }));
        }
        return rows;
      }),
    { from },
  );
}

/**
 * What was quick must be right, too: every number of the tree that is in view is what the disk says.
 * @param {Page} page
 */
async function checkCounts(page) {
  const { below } = await countsOnDisk(page);
  const shown = Object.entries(await countsOnScreen(page));
  const wrong = shown.filter(([name, count]) => below[name] !== count);
  if (shown.length === 0 || wrong.length > 0)
    throw new Error(`of ${shown.length} counts these are wrong: ${wrong.join(' ')}`);
}

/**
 * The left side comes back, and the tree with it, full of rows that have their numbers.
 * @param {Page} page
 */
async function showTree(page) {
  return repeat(OPENINGS, async () => {
    await page.keyboard.press('Control+b');
    await page.locator('.code-tree').waitFor({ state: 'detached' });
    await page.waitForTimeout(BREATH_MS);
    const isFull = () => {
      const frame = document.querySelector('.code-tree-frame');
      const counts = [...document.querySelectorAll('.code-tree .code-row .count')];
      const isFilled = frame !== null && counts.length * 27 >= frame.clientHeight;
      return isFilled && counts.every(({ textContent }) => textContent !== '');
    };
    return paintedWhen(page, isFull, null, () => page.keyboard.press('Control+b'));
  });
}

/**
 * A letter that all codes have, then a number, and all taken back: each key press finds others.
 * @param {Page} page
 */
async function typeIntoFilter(page) {
  await page.keyboard.press('Control+Shift+A');
  await page.locator('.code-filter input:focus').waitFor();
  const queries = ['e', '', '4', '43', '432', '4321', '432', '43', '4', ''];
  const keys = ['e', 'Backspace', '4', '3', '2', '1', 'Backspace', 'Backspace', 'Backspace', 'Backspace'];
  const values = await repeat(TIMES, (turn) => {
    const at = turn % keys.length;
    const query = queries[at] ?? '';
    const isFiltered = (/** @type {{query: string, found: string, height: string}} */ expected) => {
      const input = document.querySelector('.code-filter input');
      const tree = document.querySelector('.code-tree');
      const found = document.querySelector('.code-filter .count')?.textContent;
      return (
        input instanceof HTMLInputElement &&
        tree instanceof HTMLElement &&
        input.value === expected.query &&
        found === expected.found &&
        tree.style.height === expected.height
      );
    };
    const { found, lines } = filtered(query, CODES);
    const expected = { query, found: query === '' ? '' : found.toLocaleString('en'), height: `${lines * 27}px` };
    return paintedWhen(page, isFiltered, expected, () => page.keyboard.press(keys[at] ?? 'Escape'));
  });
  await page.keyboard.press('Escape');
  await page.locator('.code-filter').waitFor({ state: 'detached' });
  return values;
}

/**
 * A code one place down among its siblings, and up again.
 * @param {Page} page
 */
async function moveCode(page) {
  await page.locator('.code-tree [role=row]').nth(3).focus();
  return repeat(TIMES, (turn) => {
    const [upper, lower, key] =
      turn % 2 === 0 ? ['Theme 5', 'Theme 4', 'Alt+ArrowDown'] : ['Theme 4', 'Theme 5', 'Alt+ArrowUp'];
    const isAbove = (/** @type {{upper: string, lower: string}} */ names) => {
      const topOf = (/** @type {string} */ name) =>
        document.querySelector(`.code-row[aria-label="${name}"]`)?.getBoundingClientRect().top ?? Number.NaN;
      return topOf(names.upper) < topOf(names.lower);
    };
    return paintedWhen(page, isAbove, { upper, lower }, () => page.keyboard.press(key));
  });
}

/**
 * The numbers of the tree when a sentence has got a code of it: of the code and of the group above.
 * @param {Page} page
 */
async function countAnew(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  return repeat(TIMES, async (turn) => {
    const digit = 2 + (turn % 8);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(BREATH_MS);
    const before = await countsOnScreen(page);
    const names = ['Theme 1', `Theme ${digit}`];
    const isCounted = (/** @type {[string, string][]} */ counts) =>
      counts.every(([name, count]) => {
        const shown = document.querySelector(`.code-row[aria-label="${name}"] .count`);
        return shown?.textContent === count;
      });
    const expected = names.map((name) => [name, ((before[name] ?? Number.NaN) + 1).toLocaleString('en')]);
    // Null where the sentence has that code already.
    return paintedWhen(page, isCounted, /** @type {[string, string][]} */ (expected), () =>
      page.keyboard.press(String(digit)),
    );
  });
}

/**
 * The codebook as a page, from the text: full of entries that have their numbers.
 * @param {Page} page
 */
async function showPage(page) {
  return repeat(OPENINGS, async () => {
    const isFull = () => {
      const frame = document.querySelector('.codebook-scroll')?.getBoundingClientRect();
      const entries = [...document.querySelectorAll('.codebook-entry')];
      const counts = entries.map((entry) => entry.querySelector('.codebook-counts')?.textContent ?? '');
      const isFilled =
        frame !== undefined && entries.some((entry) => entry.getBoundingClientRect().bottom >= frame.bottom);
      return isFilled && counts.every((count) => count !== '');
    };
    const painted = await paintedWhen(page, isFull, null, () => page.keyboard.press('Control+Shift+B'));
    await page.waitForTimeout(2 * BREATH_MS);
    await page.keyboard.press('Control+Shift+R');
    await page.locator('.codebook-page').waitFor({ state: 'detached' });
    await page.waitForTimeout(2 * BREATH_MS);
    return painted;
  });
}

/**
 * To the next code of the page, by key.
 * @param {Page} page
 */
async function stepOnPage(page) {
  await page.keyboard.press('Control+Shift+B');
  await page.locator('.codebook-entry:focus').waitFor();
  await page.keyboard.press('Home');
  await page.waitForTimeout(4 * BREATH_MS);
  const values = await repeat(TIMES, (turn) => {
    const isThere = (/** @type {string} */ position) => {
      const entry = document.activeElement;
      return entry?.getAttribute('aria-posinset') === position && entry.hasAttribute('data-at-hand');
    };
    return paintedWhen(page, isThere, String(turn + 2), () => page.keyboard.press('ArrowDown'));
  });
  await page.keyboard.press('Control+Shift+R');
  return values;
}
