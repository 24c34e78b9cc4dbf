import { join } from 'node:path';
import { inDisplay } from '../electron/display.mjs';
import { launchEnvironment } from '../electron/launch.mjs';
import { readyElectron } from '../ready.mjs';
import { projectRoot } from '../run/project-root.mjs';
import { run } from '../run/run.mjs';
import { say } from '../say.mjs';

/**
 * Playwright's tests on the built app and a real Electron.
 * @param {string[]} args
 * @param {import('../run/run.mjs').RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function runE2e(args, { env = {}, ...options } = {}) {
  const electron = await readyElectron(say);
  const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js');
  const launch = inDisplay(process.execPath, [playwright, 'test', '-c', 'tests/e2e/playwright.config.ts', ...args]);
  return run(launch.command, launch.args, {
    ...options,
    cwd: projectRoot,
    env: { ...launchEnvironment(electron), ...env },
  });
}
