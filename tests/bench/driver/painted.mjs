import { median } from '../report/statistics.mjs';
import { pendingOf } from './app.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** A person takes a breath; what is done when there is time must not fall into the next measurement. */
const BREATH_MS = 200;

/**
 * @param {number} times
 * @param {(turn: number) => Promise<number | null>} act
 * @returns {Promise<number[]>}
 */
export async function repeat(times, act) {
  /** @type {number[]} */
  const values = [];
  for (let turn = 0; values.length < times; turn++) {
    if (turn > 2 * times) throw new Error(`only ${values.length} of ${turn} times was there anything to see`);
    const value = await act(turn);
    // The first only warms up.
    if (value !== null && turn > 0) values.push(value);
    await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
  return values;
}

/**
 * @param {Page} page
 * @param {string} place of the screen, which changes by what is done
 * @param {() => Promise<void>} act a click or key press
 * @returns {Promise<number | null>} milliseconds to the first painted frame in which it has changed; null when it never did
 */
export async function paintedAfter(page, place, act) {
  await page.evaluate(expectPainted, place);
  await act();
  return pendingOf(page);
}

/**
 * @template A
 * @param {Page} page
 * @param {(argument: A) => boolean} isShown runs in the page whenever something has changed there, alone: it sees nothing of its file
 * @param {A} argument of it
 * @param {() => Promise<void>} act a click or key press
 * @returns {Promise<number | null>} milliseconds to the first painted frame in which it is so; null when it never was
 */
export async function paintedWhen(page, isShown, argument, act) {
  const asked = await page.evaluateHandle(`(${isShown.toString()})`);
  await page.evaluate(expectShown, /** @type {any} */ ({ isShown: asked, argument }));
  await act();
  return pendingOf(page);
}

/**
 * How long a frame of this window takes that has nothing to do: the median of a second's.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function frameOf(page) {
  const times = await page.evaluate(async () => {
    /** @type {number[]} */
    const frames = [];
    while (frames.length < 60) frames.push(await new Promise(requestAnimationFrame));
    return frames;
  });
  return median(times.slice(1).map((time, at) => time - (times[at] ?? time)));
}

/**
 * Runs in the page.
 * @param {{isShown: (argument: unknown) => boolean, argument: unknown}} expected
 */
function expectShown({ isShown, argument }) {
  const { probe } = window;
  if (isShown(argument)) throw new Error('what is waited for is there already');
  const began = performance.now();
  /** @type {Promise<number>} */
  const painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isShown(argument)) return;
      observer.disconnect();
      resolve(probe.afterPaint());
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  const tooLate = new Promise((resolve) => setTimeout(() => resolve(null), 3000));
  const sinceInput = (/** @type {number} */ at) => (probe.lastKey > began ? at - probe.lastKey : null);
  probe.pending = Promise.race([painted.then(sinceInput), tooLate]);
}

/**
 * Runs in the page.
 * @param {string} place
 */
function expectPainted(place) {
  const { probe } = window;
  const element = document.querySelector(place);
  if (!element) throw new Error(`there is no ${place}`);
  const began = performance.now();
  /** @type {Promise<number>} */
  const painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(probe.afterPaint());
    });
    observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  const tooLate = new Promise((resolve) => setTimeout(() => resolve(null), 3000));
  const sinceInput = (/** @type {number} */ at) => {
    const input = Math.max(probe.lastKey, probe.lastClick);
    return input > began ? at - input : null;
  };
  probe.pending = Promise.race([painted.then(sinceInput), tooLate]);
}
