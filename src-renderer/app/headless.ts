import { ask, bridge } from '#bridge/bridge.ts';
import { listenForCommands } from '#features/command-line/index.ts';
import { loadSettings } from '#features/settings/index.ts';

/** The page without a picture, which carries out commands: the same storage and the same features as the app. */
async function start(): Promise<void> {
  listenForCommands({ isHeadless: true });
  await loadSettings();
  await ask(bridge().application.ready());
}

void start();
