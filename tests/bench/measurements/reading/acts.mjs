import { paintedAfter, repeat } from '../../driver/painted.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const TIMES = 20;
const COLOURS = 10;
const SEARCHES = 10;
const BREATH_MS = 200;

/**
 * Codings one after the other, by key, from the top of the text: milliseconds from the key press to painted.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export async function removeCodings(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  return repeat(TIMES, async () => {
    await page.keyboard.press('F9');
    await page.waitForTimeout(BREATH_MS);
    return paintedAfter(page, '.stripe-layer', () => page.keyboard.press('Delete'));
  });
}

/**
 * The commonest code, in its editor: from the click on Save to the margin in another colour.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export async function recolour(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('PageDown');
  return repeat(COLOURS, async (turn) => {
    await page.locator('.code-tree [role=row]').first().focus();
    await page.keyboard.press('F2');
    await page
      .locator('.ink')
      .nth(turn % 2 === 0 ? 3 : 9)
      .click();
    await page.waitForTimeout(BREATH_MS);
    const painted = await paintedAfter(page, '.stripe-layer', () => page.getByRole('button', { name: 'Save' }).click());
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    return painted;
  });
}

/**
 * The end of one coding after the other, a word further by key: from the key press to its stripe and tint on the new span.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export async function resize(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  return repeat(TIMES, async () => {
    await page.keyboard.press('F9');
    await page.keyboard.press('F2');
    await page.waitForTimeout(BREATH_MS);
    const painted = await paintedAfter(page, '.stripe-layer', () => page.keyboard.press('Control+ArrowRight'));
    await page.keyboard.press('Enter');
    return painted;
  });
}

/**
 * Only the code at hand, then all codes again, by key: from the key press to the margin and the text without the others, or with
 * them.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export async function filter(page) {
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F9');
  await page.waitForTimeout(BREATH_MS);
  const values = await repeat(TIMES, (turn) =>
    paintedAfter(page, '.stripe-layer', () => page.keyboard.press(turn % 2 === 0 ? 'Control+Shift+F8' : 'Control+F7')),
  );
  await page.keyboard.press('Control+F7');
  return values;
}

/**
 * The last letter of a query: from the key press to the places counted, marked, listed, and the first one in view.
 * @param {Page} page
 * @param {string} query
 * @returns {Promise<{values: number[], count: string | null}>}
 */
export async function typeQuery(page, query) {
  const values = await repeat(SEARCHES, async () => {
    await page.locator('.page-text').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(query.slice(0, -1));
    await page.waitForTimeout(2 * BREATH_MS);
    return paintedAfter(page, '.find-count', () => page.keyboard.press(query.slice(-1)));
  });
  const count = await page.locator('.find-count').textContent();
  await page.keyboard.press('Escape');
  return { values, count };
}

/**
 * What the browser needs for the least there is: a key press that recolours one small box of its own.
 * @param {Page} page
 * @returns {Promise<number[]>}
 */
export async function typeNothing(page) {
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'bench-box';
    box.style.cssText = 'position: fixed; left: 0; top: 0; width: 10px; height: 10px; z-index: 9';
    box.append(document.createElement('i'));
    document.body.append(box);
    const listener = () => {
      box.style.background = box.style.background === 'red' ? 'blue' : 'red';
      box.replaceChildren(document.createElement('i'));
    };
    window.addEventListener('keydown', ({ key }) => key === 'ScrollLock' && listener());
  });
  await page.locator('.page-text').focus();
  const values = await repeat(TIMES, () => paintedAfter(page, '#bench-box', () => page.keyboard.press('ScrollLock')));
  await page.evaluate(() => document.querySelector('#bench-box')?.remove());
  return values;
}
