import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { appFolder } from './driver/electron.mjs';
import { measureAdding } from './measurements/add-1m.mjs';
import { measureExport } from './measurements/export-100k.mjs';
import { measureIdleness } from './measurements/idle.mjs';
import { measureImport } from './measurements/import-1000.mjs';
import { measureOpening } from './measurements/open-1m.mjs';
import { measureScrolling } from './measurements/scroll-1m.mjs';
import { measureStartup } from './measurements/startup.mjs';
import { tableOfRows } from './report/table.mjs';

/** @typedef {import('./report/row.mjs').Row} Row */

/** @type {Readonly<Record<string, () => Promise<Row[]>>>} */
const measurements = {
  startup: measureStartup,
  'import-1000': measureImport,
  'open-1m': measureOpening,
  'scroll-1m': measureScrolling,
  'add-1m': measureAdding,
  'export-100k': measureExport,
  idle: measureIdleness,
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(measurements);
/** @type {Row[]} */
const rows = [];
for (const name of names) {
  const measure = measurements[name];
  if (!measure) throw new Error(`there is no "${name}", only ${Object.keys(measurements).join(', ')}`);
  const began = performance.now();
  const load = loadavg()[0] ?? 0;
  for (const row of await measure()) rows.push({ ...row, detail: { ...row.detail, load: Number(load.toFixed(2)) } });
  console.error(`${name}: ${Math.round((performance.now() - began) / 1000)} s, load ${load.toFixed(1)}`);
}
console.log(tableOfRows(rows));
const target = join(appFolder, 'out/bench.json');
await mkdir(dirname(target), { recursive: true });
await writeFile(target, `${JSON.stringify(rows, null, 2)}\n`);
