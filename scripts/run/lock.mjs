import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A number that another process carries by now must not block us for ever. */
const LONGEST_WORK_MS = 30 * 60_000;

/**
 * Runs the work while no other process on this machine holds the same lock: two terminals must not build, or fetch
 * 195 MB, into each other. A lock whose holder has died is taken over.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  await mkdir(dirname(path), { recursive: true });
  while (!(await takeLock(path))) await wait(200);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * A hard link appears together with its content, so nobody ever reads a lock that does not name its holder yet.
 * @param {string} path
 */
async function takeLock(path) {
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (await isAbandoned(path)) await rm(path, { force: true });
    return false;
  } finally {
    await rm(mine, { force: true });
  }
}

/** @param {string} path */
async function isAbandoned(path) {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs > LONGEST_WORK_MS || !isAlive(Number(await readFile(path, 'utf8')));
  } catch {
    return false; // let go a moment ago
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
