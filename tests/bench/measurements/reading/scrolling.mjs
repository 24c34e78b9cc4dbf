import { median, p95, rounded } from '../../report/statistics.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{work: number[], between: number[]}} Scrolled milliseconds per frame: of main thread, and to the next */
/** @typedef {{normal: Scrolled, fling: Scrolled}} Run */

const FRAMES = 240;
const FLING_FRAMES = 200;
const STEP = 100;
/** A page that takes longer than this for so many frames has shown what it is. */
const PATIENCE_MS = 15_000;

/** @param {readonly Run[]} runs */
export function summaryOf(runs) {
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
 * Through the text from the middle of it, 100 px a frame, then a window's height a frame; a short text is gone through to
 * and fro.
 * @param {Page} page
 * @returns {Promise<Run>}
 */
export async function scrollThrough(page) {
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
  let direction = 1;
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
        const room = scroller.scrollHeight - scroller.clientHeight;
        if (scroller.scrollTop + direction * step > room || scroller.scrollTop + direction * step < 0) direction *= -1;
        scroller.scrollTop += direction * step;
      });
    });
  }
  return { work: work.slice(1), between };
}
