#!/usr/bin/env node
import { howToLaunch } from './electron/launch.mjs';
import { readyElectron } from './ready.mjs';
import { runMain } from './run/main.mjs';
import { projectRoot } from './run/project-root.mjs';
import { run } from './run/run.mjs';
import { userFolder } from './run/user-folder.mjs';
import { keepLines, say } from './say.mjs';

/** The headless command line. stdout is the app's data and stderr its problems, so the way there is silent. */
const COULD_NOT = 2;

await runMain(async () => {
  const electron = await readyQuietly();
  const { command, args, env } = howToLaunch(electron, ['--disable-gpu', projectRoot, ...process.argv.slice(2)]);
  return run(command, args, { env: { ...env, POSTIL_CWD: userFolder() } });
}, COULD_NOT);

async function readyQuietly() {
  // A person at a terminal may wait for a download; a script reads stderr as a list of problems.
  const kept = process.stderr.isTTY ? { say, tellAll: () => {} } : keepLines();
  try {
    return await readyElectron(kept.say, (chunk) => kept.say(chunk.toString().trimEnd()));
  } catch (error) {
    kept.tellAll();
    throw error;
  }
}
