import { goHome, memoryOf, openProject, openSource, withApp } from '../driver/app.mjs';
import { appFolder } from '../driver/electron.mjs';
import { inTemporaryFolder } from '../data/folders.mjs';
import { projectFolder } from '../data/projects.mjs';
import { makeRow } from '../report/row.mjs';
import { median, p95, rounded } from '../report/statistics.mjs';
import { addCodings, storeBarely } from './add-codings.mjs';

/** @typedef {import('../report/row.mjs').Row} Row */
/** @typedef {import('./add-codings.mjs').Added} Added */

const TIMES = 40;
const FRAME_MS = 1000 / 60;

/**
 * One coding in the long text: from the key press to painted, in frames; and to saved on disk, over one bare strict
 * transaction of the same two records in the same window.
 * @returns {Promise<Row[]>}
 */
export async function measureAdding() {
  const from = await projectFolder('Million');
  const { added, bare, memory } = await inTemporaryFolder(
    (dataFolder) =>
      withApp(appFolder, dataFolder, async (running) => {
        const { page } = running;
        await goHome(page);
        await openProject(page, 'Million');
        await openSource(page, 'long-text');
        const result = await addCodings(page, TIMES, () => storeBarely(page));
        return { ...result, memory: await memoryOf(running) };
      }),
    { from },
  );
  const figures = (/** @type {(one: Added) => number} */ figure) => {
    const values = added.map(figure);
    return { median: rounded(median(values)), p95: rounded(p95(values)) };
  };
  return [
    makeRow({
      name: 'add-1m',
      unit: 'ms',
      aim: 2,
      values: added.map(({ painted }) => painted),
      floors: [FRAME_MS],
      detail: {
        toHandler: figures(({ handled }) => handled),
        toSaved: figures(({ saved }) => saved),
        toPainted: figures(({ painted }) => painted),
        framesAtP95: rounded(p95(added.map(({ painted }) => painted)) / FRAME_MS),
        memory,
      },
    }),
    makeRow({
      name: 'save-1m',
      unit: 'ms',
      aim: null,
      values: added.map(({ saved }) => saved),
      floors: bare,
      detail: { toSaved: figures(({ saved }) => saved), bareP95: rounded(p95(bare)), memory },
    }),
  ];
}
