import { fileURLToPath } from 'node:url';
import { projectRoot } from '#scripts/run/project-root.mjs';

/** Chosen by `scripts/with-electron.mjs`, which also gives the display. */
export const electronPath = process.env.ELECTRON_EXEC_PATH ?? '';

export const appFolder = projectRoot;
export const emptyAppFolder = fileURLToPath(new URL('empty-app', import.meta.url));

/**
 * The same for the app and for every floor. Without a graphics card, so that machines can be compared, as the prototypes
 * were measured.
 * @param {string} folder of the app
 * @param {string} dataFolder
 * @param {readonly string[]} [words] of the app's command line
 * @returns {string[]}
 */
export function electronArguments(folder, dataFolder, words = []) {
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return ['--log-level=3', '--disable-gpu', ...forRoot, folder, ...words, '--data-dir', dataFolder];
}
