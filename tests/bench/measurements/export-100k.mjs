import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDialogs, goHome, memoryOf, openProject, pendingOf, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { rounded } from '../report/statistics.mjs';

/** @typedef {import('../driver/app.mjs').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../driver/page-types.d.ts').Gaps} Gaps */
/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {{total: number, gaps: Gaps}} Exported in milliseconds from the key that asked for it */

const RUNS = 5;

/**
 * 100,000 codings over 1,000 sources to CSV, from the key press to being told that it is done, over writing the same bytes
 * in the same process.
 * @returns {Promise<Row[]>}
 */
export async function measureExport() {
  /** @type {Exported[]} */
  const ours = [];
  /** @type {number[]} */
  const floors = [];
  const from = await projectFolder('Corpus');
  const detail = await inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async (running) => {
        const { application, page } = running;
        const file = join(dataFolder, 'codings.csv');
        await answerDialogs(application, { save: file });
        await goHome(page);
        await openProject(page, 'Corpus');
        for (let run = 0; run <= RUNS; run++) {
          ours.push(await exportCodings(page));
          floors.push(await writePlainly(application, file));
        }
        const bytes = await readFile(file);
        return { bytes: bytes.length, lines: countLines(bytes), memory: await memoryOf(running) };
      }),
    { from },
  );
  const [first] = ours.splice(0, 1);
  floors.shift();
  const row = makeRow({
    name: 'export-100k',
    unit: 'ms',
    aim: 4,
    values: ours.map(({ total }) => total),
    floors,
    detail: { first: rounded(first?.total ?? 0), gaps: ours.map(({ gaps }) => gaps), ...detail },
  });
  return [row];
}

/** @param {Buffer} bytes */
function countLines(bytes) {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

/**
 * @param {Page} page
 * @returns {Promise<Exported>}
 */
export async function exportCodings(page) {
  await page.evaluate(() => {
    const { probe } = window;
    const stopWatching = probe.watchGaps();
    // Those of an export before.
    const known = new Set(document.querySelectorAll('.ui-toast'));
    probe.pending = new Promise((resolve) => {
      const observer = new MutationObserver(() => void look());
      const look = async () => {
        if ([...document.querySelectorAll('.ui-toast')].every((toast) => known.has(toast))) return;
        observer.disconnect();
        resolve({ total: (await probe.afterPaint()) - probe.lastKey, gaps: stopWatching() });
      };
      observer.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.keyboard.press('Control+e');
  /** @type {Exported} */
  const exported = await pendingOf(page);
  if (!(await page.locator('.ui-toast-detail').count())) throw new Error('the export failed');
  return exported;
}

/**
 * @param {ElectronApplication} application
 * @param {string} file
 * @returns {Promise<number>}
 */
function writePlainly(application, file) {
  return application.evaluate(async (_electron, path) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const bytes = await files.readFile(path);
    const began = performance.now();
    const temporary = await files.open(`${path}.plain.tmp`, 'w');
    await temporary.writeFile(bytes);
    await temporary.sync();
    await temporary.close();
    await files.rename(`${path}.plain.tmp`, `${path}.plain`);
    return performance.now() - began;
  }, file);
}
