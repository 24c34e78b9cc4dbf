import { goHome, memoryOf, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder, wordsOf } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { median, p95, rounded } from '../report/statistics.mjs';
import { filter, recolour, removeCodings, resize, typeQuery, typeNothing } from './reading/acts.mjs';
import { addCodings, storeBarely } from './reading/add-codings.mjs';
import { layOutPlainly } from './reading/plain-text.mjs';
import { queryFor } from './reading/query.mjs';
import { scrollThrough, summaryOf } from './reading/scrolling.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {import('./reading/scrolling.mjs').Run} Run */
/** @typedef {'10k' | '100k' | '1m'} Size in words; one coding for each hundred */
/** @typedef {{size: Size, text: string, source: string, isWanted: (row: string) => boolean}} Reading */

const FRAME_MS = 1000 / 60;
const RUNS = 3;
const ADDED = 25;
const HITS = 10_000;

/** @type {Readonly<Record<Size, string>>} */
const sources = { '10k': 'short-text', '100k': 'middling-text', '1m': 'long-text' };
export const sizes = /** @type {Size[]} */ (Object.keys(sources));

const ACTS = ['open', 'scroll', 'add', 'save', 'remove', 'recolour', 'resize', 'filter', 'search'];

/** @param {Size} size */
export function readingRows(size) {
  return ACTS.map((act) => `${act}-${size}`);
}

/**
 * Everything one does in a text, in one window: from the click or key press to the next painted frame that shows it.
 * @param {Size} size
 * @param {readonly string[]} wanted names of rows
 * @returns {Promise<Row[]>}
 */
export async function measureReading(size, wanted) {
  const source = sources[size];
  const isWanted = (/** @type {string} */ act) => wanted.includes(`${act}-${size}`);
  const reading = { size, source, text: wordsOf(source), isWanted };
  const from = await projectFolder('Million');
  return inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async (running) => {
        const { page } = running;
        const rows = await openAndScroll(page, reading);
        await goHome(page);
        await openProject(page, 'Million');
        await openSource(page, source);
        rows.push(...(await workWith(page, reading)));
        const memory = await memoryOf(running);
        return rows.map((row) => ({ ...row, detail: { ...row.detail, memory } }));
      }),
    { from },
  );
}

/**
 * Opening: from the click on the text to its first screen painted, over laying out the same as plain paragraphs. Scrolling:
 * the main thread's time per frame, 95th percentile, over the same in plain paragraphs.
 * @param {Page} page
 * @param {Reading} reading
 * @returns {Promise<Row[]>}
 */
async function openAndScroll(page, { size, source, text, isWanted }) {
  if (!isWanted('open') && !isWanted('scroll')) return [];
  /** @type {number[]} */
  const openings = [];
  /** @type {number[]} */
  const layouts = [];
  /** @type {Run[]} */
  const ours = [];
  /** @type {Run[]} */
  const floors = [];
  let detail = {};
  for (let run = 0; run < RUNS; run++) {
    layouts.push(await layOutPlainly(page, text));
    if (isWanted('scroll')) floors.push(await scrollThrough(page));
    await goHome(page);
    await openProject(page, 'Million');
    openings.push(await openSource(page, source));
    detail = await shown(page);
    if (isWanted('scroll')) ours.push(await scrollThrough(page));
    // What is open last is what opens first the next time, and must not be what is measured.
    await openSource(page, 'a-note');
    await page.waitForTimeout(600);
  }
  const rows = [];
  if (isWanted('open'))
    rows.push(
      makeRow({
        name: `open-${size}`,
        unit: 'ms',
        // A short text is opened by what every text needs: what the plain one needs is no measure of that.
        aim: size === '1m' ? 0.05 : null,
        values: openings,
        floors: layouts,
        detail,
      }),
    );
  if (isWanted('scroll'))
    rows.push(
      makeRow({
        name: `scroll-${size}`,
        unit: 'ms/frame',
        aim: 1,
        values: ours.map(({ normal }) => p95(normal.work)),
        floors: floors.map(({ normal }) => p95(normal.work)),
        detail: {
          frames: ours.map(({ normal, fling }) => [normal.work.length, fling.work.length]),
          ours: summaryOf(ours),
          plain: summaryOf(floors),
        },
      }),
    );
  return rows;
}

/**
 * @param {Page} page
 * @param {Reading} reading
 * @returns {Promise<Row[]>}
 */
async function workWith(page, { size, text, isWanted }) {
  const pressed = await typeNothing(page);
  /** @type {Row[]} */
  const rows = [];
  /** @type {(name: string, values: readonly number[], detail?: Record<string, unknown>) => void} */
  const inFrames = (name, values, detail = {}) =>
    void rows.push(
      makeRow({
        name: `${name}-${size}`,
        unit: 'ms',
        aim: 2,
        values,
        floors: [FRAME_MS],
        detail: { p95: rounded(p95(values)), keyToPaint: rounded(median(pressed)), ...detail },
      }),
    );
  if (isWanted('add') || isWanted('save')) {
    const { added, bare } = await addCodings(page, ADDED, () => storeBarely(page));
    const figures = (/** @type {(one: typeof added[number]) => number} */ figure) => rounded(median(added.map(figure)));
    if (isWanted('add'))
      inFrames(
        'add',
        added.map(({ painted }) => painted),
        { toHandler: figures(({ handled }) => handled), toSaved: figures(({ saved }) => saved) },
      );
    if (isWanted('save'))
      rows.push(
        makeRow({
          name: `save-${size}`,
          unit: 'ms',
          aim: null,
          values: added.map(({ saved }) => saved),
          floors: bare,
          detail: { bareP95: rounded(p95(bare)) },
        }),
      );
  }
  if (isWanted('remove')) inFrames('remove', await removeCodings(page));
  if (isWanted('recolour')) inFrames('recolour', await recolour(page));
  if (isWanted('resize')) inFrames('resize', await resize(page));
  if (isWanted('filter')) inFrames('filter', await filter(page));
  if (isWanted('search')) {
    const query = queryFor(text, HITS);
    const { values, count } = await typeQuery(page, query);
    inFrames('search', values, { query, count });
  }
  return rows;
}

/**
 * What stands on the page: that what was opened is what was meant.
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
