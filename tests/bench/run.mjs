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
import { measurePeers } from './measurements/peers.mjs';
import { measureStartup } from './measurements/startup.mjs';
import { makePeer } from './report/row.mjs';
import { tableOfPeers, tableOfRows } from './report/table.mjs';

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

const PEERS = 'peers';
const known = [...Object.keys(measurements), PEERS];

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : known;
const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined) throw new Error(`there is no "${unknown}", only ${known.join(', ')}`);

/** @type {Row[]} */
const rows = [];
/** @type {import('./report/row.mjs').Peer[]} */
const peers = [];
for (const name of names) {
  const began = performance.now();
  const load = Number((loadavg()[0] ?? 0).toFixed(2));
  try {
    const found = (await measurements[name]?.()) ?? [];
    rows.push(...found.map((row) => ({ ...row, detail: { ...row.detail, load } })));
    if (name === PEERS) peers.push(...(await measurePeers()));
  } catch (error) {
    // The others are worth having all the same.
    console.error(`${name}:`, error);
    process.exitCode = 1;
  }
  console.error(`${name}: ${Math.round((performance.now() - began) / 1000)} s, load before it ${load}`);
}

if (rows.length > 0) console.log(`${tableOfRows(rows)}\n`);
if (peers.length > 0) {
  const imported = rows.find(({ name }) => name === 'import-1000');
  const who = 'QualCoder; Taguette 54 s';
  if (imported)
    peers.unshift(makePeer({ name: 'import 1,000 documents', unit: 'ms', values: [imported.value], peer: 8700, who }));
  console.log(`${tableOfPeers(peers)}\n`);
}
const target = join(appFolder, 'out/bench.json');
await mkdir(dirname(target), { recursive: true });
await writeFile(target, `${JSON.stringify([...rows, ...peers.map(rowOfPeer)], null, 2)}\n`);

/**
 * A peer in the shape of all the others: its figure stands where the floor does.
 * @param {import('./report/row.mjs').Peer} peer
 * @returns {Row}
 */
function rowOfPeer({ name, value, peer, factor, unit, who }) {
  const ratio = Number((value / peer).toPrecision(3));
  return {
    name: `peers: ${name}`,
    value,
    floor: peer,
    ratio,
    unit,
    detail: { aim: null, n: 1, best: ratio, factor, who },
  };
}
