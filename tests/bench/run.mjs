import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { appFolder } from './driver/electron.mjs';
import { codebookGroups } from './measurements/codebook.mjs';
import { measureExport } from './measurements/export-100k.mjs';
import { measureIdleness } from './measurements/idle.mjs';
import { measureImport } from './measurements/import-1000.mjs';
import { measurePeers } from './measurements/peers.mjs';
import { measureReading, readingRows, sizes } from './measurements/reading.mjs';
import { measureStartup } from './measurements/startup.mjs';
import { makePeer } from './report/row.mjs';
import { tableOfPeers, tableOfRows } from './report/table.mjs';

/** @typedef {import('./report/row.mjs').Row} Row */

/**
 * What is measured together, in one window where that can be: the rows that come of it, and how those wanted are made.
 * @typedef {{rows: readonly string[], measure: (wanted: readonly string[]) => Promise<Row[]>}} Group
 */

const PEERS = 'peers';

/** @type {readonly Group[]} */
const groups = [
  { rows: ['startup'], measure: measureStartup },
  { rows: ['import-1000'], measure: measureImport },
  ...sizes.map((size) => ({
    rows: readingRows(size),
    measure: (/** @type {readonly string[]} */ wanted) => measureReading(size, wanted),
  })),
  ...codebookGroups,
  { rows: ['export-100k'], measure: measureExport },
  { rows: ['idle'], measure: measureIdleness },
];

const known = [...groups.flatMap((group) => group.rows), PEERS];
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : known;
const unknown = names.find((name) => !known.includes(name));
if (unknown !== undefined) throw new Error(`there is no "${unknown}", only ${known.join(', ')}`);

/** @type {Row[]} */
const rows = [];
/** @type {import('./report/row.mjs').Peer[]} */
const peers = [];
for (const group of groups) {
  const asked = group.rows.filter((name) => names.includes(name));
  if (asked.length === 0) continue;
  await timed(asked.join(' '), async (load) => {
    const found = await group.measure(asked);
    rows.push(...found.map((row) => ({ ...row, detail: { ...row.detail, load } })));
  });
}
if (names.includes(PEERS)) await timed(PEERS, async () => void peers.push(...(await measurePeers())));

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
 * A failure is told, and the others go on: they are worth having all the same.
 * @param {string} what
 * @param {(load: number) => Promise<void>} measure given how busy the machine is before it
 */
async function timed(what, measure) {
  const began = performance.now();
  const load = Number((loadavg()[0] ?? 0).toFixed(2));
  try {
    await measure(load);
  } catch (error) {
    console.error(`${what}:`, error);
    process.exitCode = 1;
  }
  console.error(`${what}: ${Math.round((performance.now() - began) / 1000)} s, load before it ${load}`);
}

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
