import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isProgram } from './run/is-program.mjs';
import { withLock } from './run/lock.mjs';
import { runMain } from './run/main.mjs';
import { projectRoot } from './run/project-root.mjs';
import { run } from './run/run.mjs';

const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const output = join(projectRoot, 'out');
/** Holds the moment at which the last build that succeeded began. */
const stamp = join(output, 'built-at');
const lock = join(output, 'build.lock');
const builder = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');

/**
 * Builds the app unless `out/` holds what the sources say.
 * @param {(chunk: Buffer) => void} [onOutput] receives what the builder tells
 */
export async function buildIfStale(onOutput) {
  if (await isFresh()) return;
  await withLock(lock, async () => {
    if (!(await isFresh())) await build(onOutput);
  });
}

/** @param {(chunk: Buffer) => void} [onOutput] */
async function build(onOutput) {
  const startedAt = Date.now();
  await forgetBuild();
  const code = await run(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    ...(onOutput ? { onOutput } : {}),
  });
  if (code !== 0) throw new Error('the app could not be built');
  await mkdir(output, { recursive: true });
  await writeFile(stamp, String(startedAt));
}

/** What lies in `out/` is no longer a complete build; the next one who needs it builds. */
export async function forgetBuild() {
  await rm(stamp, { force: true });
}

async function isFresh() {
  const builtAt = Number(await readFile(stamp, 'utf8').catch(() => '0'));
  const changes = await Promise.all(SOURCES.map((source) => lastChange(join(projectRoot, source))));
  return builtAt > Math.max(...changes);
}

/**
 * The time of change, not of modification: a file copied over another may bring an old one along. A folder changes when
 * something in it is removed.
 * @param {string} path
 * @returns {Promise<number>}
 */
export async function lastChange(path) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  const inside = found.isDirectory() ? await readdir(path) : [];
  return Math.max(found.ctimeMs, ...(await Promise.all(inside.map((name) => lastChange(join(path, name))))));
}

if (isProgram(import.meta.url)) {
  await runMain(async () => {
    await withLock(lock, () => build());
    return 0;
  });
}
