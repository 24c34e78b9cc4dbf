import { resolve } from 'node:path';
import { hasDisplay } from './electron/display.mjs';
import { howToLaunch } from './electron/launch.mjs';
import { readyElectron } from './ready.mjs';
import { runMain } from './run/main.mjs';
import { projectRoot } from './run/project-root.mjs';
import { run } from './run/run.mjs';
import { userFolder } from './run/user-folder.mjs';
import { say } from './say.mjs';

/** The app is told the picture's full path, as its own folder is not the user's. */
function appArguments() {
  const given = process.argv.slice(2);
  const at = given.findIndex((argument) => argument === '--screenshot' || argument.startsWith('--screenshot='));
  if (at < 0) return given;
  const isSplit = given[at] === '--screenshot';
  const picture = isSplit ? given[at + 1] : given[at]?.slice('--screenshot='.length);
  if (!picture) throw new Error('--screenshot needs the name of a file, such as window.png');
  return given.toSpliced(at, isSplit ? 2 : 1, `--screenshot=${resolve(userFolder(), picture)}`);
}

await runMain(async () => {
  const args = [projectRoot, ...appArguments()];
  const { command, args: line, env } = howToLaunch(await readyElectron(say), args);
  if (!hasDisplay()) say('no display here: running under Xvfb, where nobody sees the window');
  return run(command, line, { env: { ...env, POSTIL_CWD: userFolder() } });
});
