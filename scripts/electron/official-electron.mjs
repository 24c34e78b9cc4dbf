import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from '../run/lock.mjs';
import { cacheFolder } from './cache-folder.mjs';

/** @typedef {import('../say.mjs').Say} Say */

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const mirror = process.env.ELECTRON_MIRROR || undefined;
const failureFile = join(cacheFolder(), 'official-electron-failed.json');

/** A slow connection may take its time; one that does not even answer has this long. */
const ANSWER_WITHIN_MS = 10_000;
const DOWNLOAD_WITHIN_MS = 15 * 60_000;

export const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[/** @type {string} */ (process.platform)] ??
  'electron';

/**
 * The executable that the `electron` package downloaded, if it did. `path.txt` is written last, so an interrupted
 * download does not count.
 * @returns {string | undefined}
 */
export function downloadedElectron() {
  const executable = join(packageFolder, 'dist', executableName);
  return existsSync(join(packageFolder, 'path.txt')) && existsSync(executable) ? executable : undefined;
}

/**
 * @param {Say} say
 * @returns {Promise<string | undefined>}
 */
export async function downloadOfficialElectron(say) {
  return withLock(join(cacheFolder(), 'official-electron.lock'), async () => {
    if (downloadedElectron() === undefined) await download(say);
    return downloadedElectron();
  });
}

/** @param {Say} say */
async function download(say) {
  const version = await installedVersion();
  say(`fetching the official Electron ${version} from ${mirror ?? 'GitHub'}`);
  try {
    if (!mirror && !process.env.ELECTRON_GET_USE_PROXY) await askGitHub(version);
    const install = join(packageFolder, 'install.js');
    await promisify(execFile)(process.execPath, [install], { timeout: DOWNLOAD_WITHIN_MS, killSignal: 'SIGKILL' });
  } catch (error) {
    say(`that did not work (${reasonOf(error)})`);
  }
}

/** @returns {Promise<string>} */
async function installedVersion() {
  return JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')).version;
}

/**
 * The installer itself would wait minutes on a firewall that drops packets without a word.
 * @param {string} version
 */
async function askGitHub(version) {
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`);
  await answer.text();
}

const today = async () =>
  JSON.stringify({ version: await installedVersion(), day: new Date().toISOString().slice(0, 10) });

/** A mirror was named on purpose, so it is always asked. */
export async function hasFailedToday() {
  return !mirror && (await readFile(failureFile, 'utf8').catch(() => '')) === (await today());
}

export async function rememberFailure() {
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(failureFile, await today());
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : '';
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim().split('\n')[0] : '';
  return cause || stderr || error.message;
}
