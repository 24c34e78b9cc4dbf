import { pendingOf } from '../driver/app.mjs';

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
 * Runs in the page. The status line says "saved" when the change is on disk and the codings have been painted anew; the
 * frame after that shows both.
 * @param {number} patience
 */
function expectCoding(patience) {
  const { probe } = window;
  const state = document.querySelector('[data-testid=save-state]');
  let handledAt = 0;
  window.addEventListener('keydown', () => (handledAt = performance.now()), { capture: true, once: true });
  probe.pending = new Promise((resolve) => {
    const observer = new MutationObserver(() => void look());
    const look = async () => {
      if (state?.getAttribute('data-state') !== 'saved') return;
      observer.disconnect();
      const pressedAt = probe.lastKey;
      const saved = performance.now() - pressedAt;
      resolve({ handled: handledAt - pressedAt, saved, painted: (await probe.afterPaint()) - pressedAt });
    };
    if (state) observer.observe(state, { attributes: true });
    setTimeout(() => {
      observer.disconnect();
      resolve(null);
    }, patience);
  });
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
