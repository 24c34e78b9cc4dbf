import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, goHome, memoryOf, pendingOf, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { articlesFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { rounded, median } from '../report/statistics.mjs';

/** @typedef {import('../driver/app.mjs').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../driver/page-types.d.ts').Gaps} Gaps */
/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {{total: number, untilDialog: number, gaps: Gaps}} Imported in milliseconds from the key that began it */

const RUNS = 5;

/**
 * 1,000 files become a new project, from the key press that confirms its name to the report on screen, over reading and
 * decoding the same files in the same process.
 * @returns {Promise<Row[]>}
 */
export async function measureImport() {
  const folder = await articlesFolder();
  const files = (await readdir(folder)).map((name) => join(folder, name));
  /** @type {Imported[]} */
  const ours = [];
  /** @type {number[]} */
  const floors = [];
  const memory = await inTemporaryFolder((dataFolder) =>
    withApp(appFolder, dataFolder, async (running) => {
      await answerDialogs(running.application, { open: folder });
      for (let run = 0; run <= RUNS; run++) {
        floors.push(await readAndDecode(running.application, files));
        ours.push(await importFolder(running.page, files.length));
      }
      return memoryOf(running);
    }),
  );
  // The first of each is the first in that process.
  const [first] = ours.splice(0, 1);
  floors.shift();
  const row = makeRow({
    name: 'import-1000',
    unit: 'ms',
    aim: 5,
    values: ours.map(({ total }) => total),
    floors,
    detail: {
      first: rounded(first?.total ?? 0),
      untilDialog: rounded(median(ours.map(({ untilDialog }) => untilDialog))),
      gaps: ours.map(({ gaps }) => gaps),
      memory,
    },
  });
  return [row];
}

/**
 * @param {ElectronApplication} application
 * @param {readonly string[]} files
 * @returns {Promise<number>}
 */
function readAndDecode(application, files) {
  return application.evaluate(async (_electron, paths) => {
    const { readFile } = process.getBuiltinModule('node:fs/promises');
    const began = performance.now();
    let length = 0;
    for (const path of paths) length += new TextDecoder('utf-8').decode(await readFile(path)).length;
    return length > 0 ? performance.now() - began : Number.NaN;
  }, files);
}

/**
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<Imported>}
 */
async function importFolder(page, count) {
  await goHome(page);
  await page.locator('.home-actions button').first().click();
  await page.locator('[role=dialog] input').waitFor();
  await page.evaluate(() => {
    const { probe } = window;
    const stopWatching = probe.watchGaps();
    probe.pending = new Promise((resolve) => {
      let begunAt = 0;
      const look = async () => {
        const isUnderWay = document.querySelector('[role=progressbar]') !== null;
        if (isUnderWay) begunAt ||= performance.now();
        if (isUnderWay || begunAt === 0 || !document.querySelector('[role=dialog]')) return;
        observer.disconnect();
        const total = (await probe.afterPaint()) - probe.lastKey;
        resolve({ total, untilDialog: begunAt - probe.lastKey, gaps: stopWatching() });
      };
      const observer = new MutationObserver(() => void look());
      observer.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.keyboard.press('Enter');
  /** @type {Imported} */
  const imported = await pendingOf(page);
  await page.keyboard.press('Enter');
  const rows = page.locator('.source-row').first();
  await rows.waitFor();
  const said = Number(await rows.getAttribute('aria-setsize'));
  if (said !== count) throw new Error(`${said} of ${count} articles came in`);
  return imported;
}
