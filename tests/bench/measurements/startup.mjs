import { fileURLToPath } from 'node:url';
import { appFolder, electronArguments, emptyAppFolder } from '../driver/electron.mjs';
import { runElectron } from '../driver/run-electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { makeRow } from '../report/row.mjs';
import { median } from '../report/statistics.mjs';

/** @typedef {import('../report/row.mjs').Row} Row */

const RUNS = 9;
const hook = fileURLToPath(new URL('../driver/startup-hook.cjs', import.meta.url));

/**
 * What the page and the process tell, in milliseconds since the start of the process.
 * @typedef {object} Started
 * @property {number} navigated
 * @property {number} shown the window is on the screen
 * @property {number} usable the app says that it can be used
 * @property {number} painted
 * @property {number} ready all of these
 * @property {number} workingSetKB
 */

/**
 * @param {string} folder of the app
 * @param {string} dataFolder
 * @returns {Promise<Started>}
 */
async function start(folder, dataFolder) {
  const { startedAt, output } = await runElectron(['-r', hook, ...electronArguments(folder, dataFolder)]);
  const told = JSON.parse(/^startup (.*)$/m.exec(output)?.[1] ?? '{}');
  const since = (/** @type {number} */ at) => at - startedAt;
  return {
    navigated: since(told.navigatedAt),
    shown: since(told.shownAt),
    usable: since(told.usableAt),
    painted: since(told.paintedAt),
    ready: since(Math.max(told.shownAt, told.usableAt, told.paintedAt)),
    workingSetKB: told.workingSetKB,
  };
}

/**
 * From the start of the process to a window that is shown, painted and can be used, over the same of an empty window.
 * Warm: the first start of each only fills caches.
 * @returns {Promise<Row[]>}
 */
export async function measureStartup() {
  /** @type {Started[]} */
  const ours = [];
  /** @type {Started[]} */
  const floors = [];
  await inTemporaryFolder((ourData) =>
    inTemporaryFolder(async (emptyData) => {
      for (let run = 0; run <= RUNS; run++) {
        floors.push(await start(emptyAppFolder, emptyData));
        ours.push(await start(appFolder, ourData));
      }
    }),
  );
  ours.shift();
  floors.shift();
  const parts = (/** @type {Started[]} */ all) =>
    Object.fromEntries(
      /** @type {const} */ (['navigated', 'usable', 'painted', 'shown']).map((part) => [
        part,
        Math.round(median(all.map((one) => one[part]))),
      ]),
    );
  const row = makeRow({
    name: 'startup',
    unit: 'ms',
    aim: 1.25,
    values: ours.map(({ ready }) => ready),
    floors: floors.map(({ ready }) => ready),
    detail: {
      parts: parts(ours),
      floorParts: parts(floors),
      memory: { workingSetMB: Math.round(median(ours.map(({ workingSetKB }) => workingSetKB)) / 1024) },
      floorMemory: { workingSetMB: Math.round(median(floors.map(({ workingSetKB }) => workingSetKB)) / 1024) },
    },
  });
  return [row];
}
