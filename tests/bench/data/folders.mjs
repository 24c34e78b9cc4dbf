import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appFolder } from '../driver/electron.mjs';

const benchData = join(appFolder, 'out/bench-data');

/** What decides how prepared data looks: a change in any of these makes it anew. */
const DECISIVE = [
  'tests/bench/corpus',
  'tests/bench/data',
  'src-renderer/storage/migrations',
  'src-renderer/storage/database.ts',
  'src-renderer/storage/registry.ts',
  'src-renderer/storage/texts.ts',
  'src-renderer/domain/project/records.ts',
];

/** @param {string} path */
async function filesOf(path) {
  const full = join(appFolder, path);
  const names = await readdir(full).catch(() => null);
  return names === null ? [full] : names.map((name) => join(full, name));
}

async function versionOfData() {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(DECISIVE.map(filesOf))).flat()) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 12);
}

/**
 * A folder of prepared data: made once, then found again by later runs.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function prepared(name, fill) {
  const version = await versionOfData();
  const folder = join(benchData, version, name);
  const stamp = join(folder, 'complete');
  if (await readFile(stamp).catch(() => null)) return folder;
  // Nobody wants the data of older versions any more.
  for (const old of await readdir(benchData).catch(() => [])) {
    if (old !== version) await rm(join(benchData, old), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await fill(folder);
  await writeFile(stamp, 'yes');
  return folder;
}

/**
 * A folder that is gone afterwards, on the same disk as all the rest.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @param {{from?: string}} [options] `from`: a folder it begins as a copy of
 * @returns {Promise<T>}
 */
export async function inTemporaryFolder(use, { from } = {}) {
  await mkdir(benchData, { recursive: true });
  const folder = await mkdtemp(join(benchData, await versionOfData(), '..', 'run-'));
  try {
    if (from !== undefined) await cp(from, folder, { recursive: true });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
