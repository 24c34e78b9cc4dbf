import { buildIfStale } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { prepareMachine } from './electron/prepare-machine.mjs';

/** @typedef {import('./say.mjs').Say} Say */

/**
 * Everything that has to be there before the app can start.
 * @param {Say} say
 * @param {(chunk: Buffer) => void} [onBuildOutput]
 * @returns {Promise<string>} the path of Electron
 */
export async function readyElectron(say, onBuildOutput) {
  await buildIfStale(onBuildOutput);
  const electron = await findElectron(say);
  await prepareMachine(electron, say);
  return electron;
}
