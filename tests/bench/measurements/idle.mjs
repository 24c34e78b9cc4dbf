import { setTimeout as wait } from 'node:timers/promises';
import { goHome, memoryOf, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder, emptyAppFolder } from '../driver/electron.mjs';
import { cpuOfTree } from '../driver/processes.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { rounded } from '../report/statistics.mjs';

/** @typedef {import('../driver/app.mjs').Running} Running */
/** @typedef {import('../report/row.mjs').Row} Row */

const WINDOWS = 3;
const WINDOW_MS = 12_000;
const REST_MS = 5_000;
const UNIT_MS = 10_000;
/** A tick of the kernel's count for each of about six processes of a tree, once in a window on average. */
const RESOLUTION_MS = 30;

/**
 * Processor time of all processes with a coded text open, the caret in it, and nobody touching it; over an empty window
 * open at the same time, so that both see the same machine. What lies below the resolution counts as the resolution.
 * @returns {Promise<Row[]>}
 */
export async function measureIdleness() {
  /** @type {number[]} */
  const values = [];
  /** @type {number[]} */
  const floors = [];
  const from = await projectFolder('Million');
  const memory = await inTemporaryFolder(
    (ourData) =>
      inTemporaryFolder((emptyData) =>
        withApp(emptyAppFolder, emptyData, (empty) =>
          withApp(appFolder, ourData, async (ours) => {
            await goHome(ours.page);
            await openProject(ours.page, 'Million');
            await openSource(ours.page, 'long-text');
            await wait(REST_MS);
            for (let window = 0; window < WINDOWS; window++) {
              const [value, floor] = await Promise.all([cpuWhileIdle(ours), cpuWhileIdle(empty)]);
              values.push(value);
              floors.push(floor);
            }
            return memoryOf(ours);
          }),
        ),
      ),
    { from },
  );
  const atLeast = (/** @type {readonly number[]} */ all) => all.map((one) => Math.max(one, RESOLUTION_MS));
  const shares = (/** @type {readonly number[]} */ all) => all.map((one) => rounded((100 * one) / UNIT_MS));
  const row = makeRow({
    name: 'idle',
    unit: 'CPU ms/10 s',
    aim: 1.2,
    values: atLeast(values),
    floors: atLeast(floors),
    detail: {
      resolutionMs: RESOLUTION_MS,
      seconds: (WINDOWS * WINDOW_MS) / 1000,
      percentOfOneCore: shares(values),
      floorPercentOfOneCore: shares(floors),
      memory,
    },
  });
  return [row];
}

/**
 * @param {Running} running
 * @returns {Promise<number>} milliseconds of processor time in ten seconds
 */
async function cpuWhileIdle({ application }) {
  const { pid } = application.process();
  if (pid === undefined) throw new Error('the process is gone');
  const before = await cpuOfTree(pid);
  const began = performance.now();
  await wait(WINDOW_MS);
  const after = await cpuOfTree(pid);
  return ((after.cpuMs - before.cpuMs) * UNIT_MS) / (performance.now() - began);
}
