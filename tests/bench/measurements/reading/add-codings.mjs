import { pendingOf } from '../../driver/app.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{handled: number, saved: number, painted: number}} Added milliseconds from the key press */

const PATIENCE_MS = 3000;

/**
 * Codes one sentence after another by keyboard alone, in the text that is open.
 * @param {Page} page
 * @param {number} times
 * @param {() => Promise<number>} [between] something to be measured in turn with it
 * @returns {Promise<{added: Added[], bare: number[]}>}
 */
export async function addCodings(page, times, between) {
  /** @type {Added[]} */
  const added = [];
  /** @type {number[]} */
  const bare = [];
  await page.locator('.page-text').focus();
  await page.keyboard.press('Control+Home');
  for (let turn = 0; added.length < times; turn++) {
    if (turn > 2 * times) throw new Error(`only ${added.length} of ${turn} codings came to be`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    await page.evaluate(expectCoding, PATIENCE_MS);
    await page.keyboard.press(String(1 + (turn % 9)));
    /** @type {Added | null} */
    const result = await pendingOf(page);
    // Null where the sentence has that code already.
    if (result !== null && turn > 0) added.push(result);
    if (between) bare.push(await between());
    // A person takes a breath; what is done after saving must not fall into the next measurement.
    await page.waitForTimeout(120);
  }
  return { added, bare };
}

/**
 * Runs in the page. A coding is on screen with the frame after its stripe has been drawn, highlights and stripes being drawn
 * together; the status line, which says "saved", follows when there is time.
 * @param {number} patience
 */
function expectCoding(patience) {
  const { probe } = window;
  const state = document.querySelector('[data-testid=save-state]');
  const stripes = document.querySelector('.stripe-layer');
  let handledAt = 0;
  window.addEventListener('keydown', () => (handledAt = performance.now()), { capture: true, once: true });
  /** @type {(element: Element | null, watched: MutationObserverInit, isSo: () => boolean) => Promise<number>} */
  const when = (element, watched, isSo) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        resolve(performance.now());
      });
      if (element) observer.observe(element, watched);
    });
  const painted = when(stripes, { childList: true }, () => true).then(() => probe.afterPaint());
  const isSaved = () => state?.getAttribute('data-state') === 'saved';
  const saved = when(state, { attributes: true }, isSaved);
  const both = Promise.all([painted, saved]).then(([paintedAt, savedAt]) => {
    const pressedAt = probe.lastKey;
    return { handled: handledAt - pressedAt, saved: savedAt - pressedAt, painted: paintedAt - pressedAt };
  });
  const tooLate = new Promise((resolve) => setTimeout(() => resolve(null), patience));
  probe.pending = Promise.race([both, tooLate]);
}

/**
 * The floor of saving: one strict transaction with a coding and a journal entry, in a database of its own.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export function storeBarely(page) {
  return page.evaluate(async () => {
    /** @type {<T>(target: EventTarget, event: string, result: () => T) => Promise<T>} */
    const heard = (target, event, result) =>
      new Promise((resolve) => target.addEventListener(event, () => resolve(result()), { once: true }));
    const opening = indexedDB.open('bench-floor');
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('codings', { keyPath: 'id' }).createIndex('sourceId', 'sourceId');
      opening.result.createObjectStore('journal', { keyPath: 'sequence', autoIncrement: true });
    });
    const database = await heard(opening, 'success', () => opening.result);
    const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
    const at = new Date().toISOString();
    const around = 'x'.repeat(32);
    const anchor = {
      startUtf16: 1000,
      endUtf16: 1100,
      quote: 'x'.repeat(100),
      contextBefore: around,
      contextAfter: around,
    };
    const coding = {
      id: ids[0],
      sourceId: ids[1],
      codeId: ids[2],
      coderId: ids[3],
      selectionId: ids[4],
      ...anchor,
      memo: '',
      createdAt: at,
      modifiedAt: at,
    };
    const began = performance.now();
    const transaction = database.transaction(['codings', 'journal'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('codings').put(coding);
    transaction.objectStore('journal').add({ at, change: { codings: { added: [coding] } } });
    await heard(transaction, 'complete', () => undefined);
    const took = performance.now() - began;
    database.close();
    return took;
  });
}
