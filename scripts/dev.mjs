import { join } from 'node:path';
import { forgetBuild } from './build.mjs';
import { inDisplay } from './electron/display.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { isRoot, launchEnvironment } from './electron/launch.mjs';
import { prepareMachine } from './electron/prepare-machine.mjs';
import { runMain } from './run/main.mjs';
import { projectRoot } from './run/project-root.mjs';
import { run } from './run/run.mjs';

await runMain(async () => {
  const electron = await findElectron();
  await prepareMachine(electron);
  const electronVite = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  await forgetBuild(); // the development server leaves its own kind of files in out/
  const { command, args } = inDisplay(process.execPath, [electronVite, 'dev', ...process.argv.slice(2)]);
  return run(command, args, { env: { ...launchEnvironment(electron), ...(isRoot() ? { NO_SANDBOX: '1' } : {}) } });
});
