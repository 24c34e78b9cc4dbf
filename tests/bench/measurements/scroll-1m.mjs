import { goHome, memoryOf, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { millionWords, projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { median, p95, rounded } from '../report/statistics.mjs';
import { layOutPlainly } from './plain-text.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {{work: number[], between: number[]}} Scrolled milliseconds per frame: of main thread, and to the next */
/** @typedef {{normal: Scrolled, fling: Scrolled}} Run */

const RUNS = 3;
const FRAMES = 240;
const FLING_FRAMES = 200;
const STEP = 100;
/** A page that takes longer than this for so many frames has shown what it is. */
const PATIENCE_MS = 15_000;

/**
 * Scrolling through the middle of the long text at 100 px a frame, over the same in plain paragraphs: the main thread's
 * time per frame, 95th percentile.
 * @returns {Promise<Row[]>}
 */
export async function measureScrolling() {
  const text = millionWords();
  /** @type {Run[]} */
  const ours = [];
  /** @type {Run[]} */
  const floors = [];
  const from = await projectFolder('Million');
  const memory = await inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async (running) => {
        const { page } = running;
        for (let run = 0; run < RUNS; run++) {
          await layOutPlainly(page, text);
          floors.push(await scrollThrough(page));
          await goHome(page);
          await openProject(page, 'Million');
          if (run === 0) await openSource(page, 'long-text');
          ours.push(await scrollThrough(page));
        }
        return memoryOf(running);
      }),
    { from },
  );
  const row = makeRow({
    name: 'scroll-1m',
    unit: 'ms/frame',
    aim: 1,
    values: ours.map(({ normal }) => p95(normal.work)),
    floors: floors.map(({ normal }) => p95(normal.work)),
    detail: {
      frames: ours.map(({ normal, fling }) => [normal.work.length, fling.work.length]),
      ours: summary(ours),
      plain: summary(floors),
      memory,
    },
  });
  return [row];
}

/** @param {readonly Run[]} runs */
function summary(runs) {
  const over = (/** @type {(run: Run) => number} */ figure) => rounded(median(runs.map(figure)));
  return {
    median: over(({ normal }) => median(normal.work)),
    p95: over(({ normal }) => p95(normal.work)),
    worst: over(({ normal }) => Math.max(...normal.work)),
    betweenP95: over(({ normal }) => p95(normal.between)),
    flingMedian: over(({ fling }) => median(fling.work)),
    flingP95: over(({ fling }) => p95(fling.work)),
    flingBetweenP95: over(({ fling }) => p95(fling.between)),
  };
}

/**
 * @param {Page} page
 * @returns {Promise<Run>}
 */
async function scrollThrough(page) {
  await page.evaluate(() => {
    const scroller = document.querySelector('.reader');
    if (scroller) scroller.scrollTop = scroller.scrollHeight * 0.4;
  });
  // What fills the surroundings when there is time has had its time.
  await page.waitForTimeout(1500);
  const height = await page.evaluate(() => document.querySelector('.reader')?.clientHeight ?? 0);
  const normal = await page.evaluate(scroll, { frames: FRAMES, step: STEP, patience: PATIENCE_MS });
  await page.waitForTimeout(500);
  const fling = await page.evaluate(scroll, { frames: FLING_FRAMES, step: height, patience: PATIENCE_MS });
  return { normal, fling };
}

/**
 * Runs in the page. A frame's work is from the start of its callbacks to the first task after it was painted.
 * @param {{frames: number, step: number, patience: number}} how
 * @returns {Promise<Scrolled>}
 */
async function scroll({ frames, step, patience }) {
  const scroller = document.querySelector('.reader');
  if (!scroller) throw new Error('nothing to scroll');
  /** @type {number[]} */
  const work = [];
  /** @type {number[]} */
  const between = [];
  const end = performance.now() + patience;
  let last = Number.NaN;
  for (let frame = 0; frame <= frames && performance.now() < end; frame++) {
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        if (frame > 0) between.push(began - last);
        last = began;
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          port1.close();
          work.push(performance.now() - began);
          resolve(null);
        });
        port1.start();
        port2.postMessage(null);
        scroller.scrollTop += step;
      });
    });
  }
  return { work: work.slice(1), between };
}
