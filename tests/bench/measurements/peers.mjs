import { join } from 'node:path';
import { answerDialogs, goHome, openProject, openSource, pendingOf, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makePeer } from '../report/row.mjs';
import { addCodings } from './reading/add-codings.mjs';
import { exportCodings } from './export-100k.mjs';

/** @typedef {import('../driver/app.mjs').Running} Running */
/** @typedef {import('../report/row.mjs').Peer} Peer */

const RUNS = 3;
const TIMES = 12;

/**
 * What others were measured at, in milliseconds, each on data of this size: QualCoder 4.0 beta, Taguette 1.5.2 and
 * Magnolia, on two cores. The quickest that does the same from key press or click to painted stands first.
 */
const others = {
  exportTwenty: { peer: 7_700, who: 'Taguette; QualCoder 110 s' },
  openTwenty: { peer: 940, who: 'QualCoder; Magnolia 17 s' },
  addTwenty: { peer: 2_100, who: 'Magnolia; QualCoder 14 ms before painting' },
  openInterview: { peer: 2_250, who: 'QualCoder; Magnolia 117 s, Taguette 380 s' },
  addInterview: { peer: 88, who: 'QualCoder; Taguette 0.9 s, Magnolia 102 s' },
};

/**
 * Orientation, not a race: the same work on data of the same size, on whatever machine this is.
 * @returns {Promise<Peer[]>}
 */
export async function measurePeers() {
  return [...(await withTwenty()), ...(await withInterview())];
}

/**
 * 1,000 documents with 20,000 codings of 100 codes.
 * @returns {Promise<Peer[]>}
 */
async function withTwenty() {
  /** @type {number[]} */
  const openings = [];
  /** @type {number[]} */
  const exports = [];
  const added = await inProject('Twenty', async ({ application, page }, dataFolder) => {
    await answerDialogs(application, { save: join(dataFolder, 'codings.csv') });
    for (let run = 0; run < RUNS; run++) {
      await goHome(page);
      openings.push(await timeToOpen(page, 'Twenty'));
      exports.push((await exportCodings(page)).total);
    }
    return (await addCodings(page, TIMES)).added;
  });
  const paintings = added.map(({ painted }) => painted);
  return [
    makePeer({ name: 'open 1,000 documents, 20,000 codings', unit: 'ms', values: openings, ...others.openTwenty }),
    makePeer({ name: 'export 20,000 codings', unit: 'ms', values: exports, ...others.exportTwenty }),
    makePeer({ name: 'add a coding there', unit: 'ms', values: paintings, ...others.addTwenty }),
  ];
}

/**
 * 200,000 words with 1,000 codings.
 * @returns {Promise<Peer[]>}
 */
async function withInterview() {
  /** @type {number[]} */
  const openings = [];
  const added = await inProject('Interview', async ({ page }) => {
    await goHome(page);
    await openProject(page, 'Interview');
    for (let run = 0; run < RUNS; run++) {
      // The note is open at first: opening what is open would be no opening.
      openings.push(await openSource(page, 'long-text'));
      if (run < RUNS - 1) await openSource(page, 'a-note');
    }
    return (await addCodings(page, TIMES)).added;
  });
  const paintings = added.map(({ painted }) => painted);
  return [
    makePeer({ name: 'open 200,000 words, 1,000 codings', unit: 'ms', values: openings, ...others.openInterview }),
    makePeer({ name: 'add a coding there', unit: 'ms', values: paintings, ...others.addInterview }),
  ];
}

/**
 * @template T
 * @param {'Twenty' | 'Interview'} name
 * @param {(running: Running, dataFolder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function inProject(name, use) {
  const from = await projectFolder(name);
  return inTemporaryFolder((dataFolder) => withApp(appFolder, dataFolder, (running) => use(running, dataFolder)), {
    from,
  });
}

/**
 * From the click on a project to its first text painted.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @returns {Promise<number>}
 */
async function timeToOpen(page, name) {
  await page.evaluate(() => {
    const { probe } = window;
    probe.pending = probe.paintedAfterMark('reader-painted').then((painted) => painted - probe.lastClick);
  });
  await openProject(page, name);
  return pendingOf(page);
}
