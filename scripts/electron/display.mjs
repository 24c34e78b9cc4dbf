import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {{command: string, args: string[]}} Launch */

/** Electron on Linux needs a display even for hidden windows; elsewhere there always is one. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export const hasVirtualDisplay = () => ['xvfb-run', 'Xvfb', 'xauth'].every((program) => isOnPath(program));

/**
 * The same command, inside a virtual display where there is no real one.
 * @param {string} command
 * @param {string[]} args
 * @returns {Launch}
 */
export function inDisplay(command, args) {
  if (hasDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24', command, ...args] };
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
