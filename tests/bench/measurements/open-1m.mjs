import { goHome, memoryOf, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { millionWords, projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { layOutPlainly } from './plain-text.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../report/row.mjs').Row} Row */

const RUNS = 5;

/**
 * A text of a million words with 10,000 codings: from the click on it to its first screen painted, over laying out the
 * same text as plain paragraphs.
 * @returns {Promise<Row[]>}
 */
export async function measureOpening() {
  const text = millionWords();
  /** @type {number[]} */
  const values = [];
  /** @type {number[]} */
  const floors = [];
  const from = await projectFolder('Million');
  const detail = await inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async (running) => {
        const { page } = running;
        for (let run = 0; run < RUNS; run++) {
          floors.push(await layOutPlainly(page, text));
          await goHome(page);
          await openProject(page, 'Million');
          values.push(await openSource(page, 'long-text'));
          if (run < RUNS - 1) await leave(page);
        }
        return { ...(await shown(page)), memory: await memoryOf(running) };
      }),
    { from },
  );
  return [makeRow({ name: 'open-1m', unit: 'ms', aim: 0.05, values, floors, detail })];
}

/**
 * What is open last is what opens first the next time.
 * @param {Page} page
 */
async function leave(page) {
  await openSource(page, 'a-note');
  await page.waitForTimeout(300);
}

/**
 * That what was opened is what was meant: its passages are painted.
 * @param {Page} page
 */
function shown(page) {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
    const paragraphs = document.querySelectorAll('.page-line').length;
    const codings = document.querySelector('[data-testid=coding-count]')?.textContent;
    return { highlightRanges: ranges, paragraphsInPage: paragraphs, codings };
  });
}
