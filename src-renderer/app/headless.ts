import { ask, bridge } from '#bridge/bridge.ts';
import { listenForCommands } from '#features/command-line/index.ts';
import { loadSettings } from '#features/settings/index.ts';

/** The page without a picture, which carries out commands: the same storage and the same features as the app. */
async function start(): Promise<void> {
  listenForCommands({ isHeadless: true });
  // Of the settings only the language is needed here. A command that needs more asks for them, and says what it could not read.
  await loadSettings().catch(() => undefined);
  await ask(bridge().application.ready());
}

void start();
