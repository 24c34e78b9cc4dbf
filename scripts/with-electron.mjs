import { inDisplay } from './electron/display.mjs';
import { launchEnvironment } from './electron/launch.mjs';
import { readyElectron } from './ready.mjs';
import { runMain } from './run/main.mjs';
import { run } from './run/run.mjs';
import { say } from './say.mjs';

/** `node scripts/with-electron.mjs <command> [args...]`: the command finds the app built and Electron in ELECTRON_EXEC_PATH. */
await runMain(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('with-electron needs a command');
  const electron = await readyElectron(say);
  const launch = inDisplay(command, args);
  return run(launch.command, launch.args, { env: launchEnvironment(electron) });
});
