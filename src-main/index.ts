import { app } from 'electron';
import { joinOwner } from './command-line/join-owner.ts';
import { readLaunch } from './command-line/launch.ts';
import { outliveClosedPipes, ownStreams } from './command-line/own-streams.ts';
import { createSettingsFile } from './settings/settings-file.ts';
import { silenceChromium } from './windows/chromium-switches.ts';
import { declareAppScheme } from './windows/serve-app-scheme.ts';
import { loadWindowPlace } from './windows/window-bounds.ts';

// The order matters. All up to `whenReady` happens at once: schemes, switches and folders must be set before Electron is
// ready, and a top-level `await` would make it wait for itself.

outliveClosedPipes();
const launch = readLaunch(process.argv, process.env);
const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);

if (launch.dataFolder !== null) {
  app.setPath('userData', launch.dataFolder);
  app.setPath('sessionData', launch.dataFolder);
}
declareAppScheme();
silenceChromium(developmentUrl);

(launch.kind === 'version' ? sayVersion() : start()).catch(failToStart);

async function sayVersion(): Promise<void> {
  await ownStreams.write('stdout', `${app.getVersion()}\n`);
  app.exit(0);
}

async function start(): Promise<void> {
  const dataFolder = app.getPath('userData');
  const exitCode = await joinOwner(launch, dataFolder);
  if (exitCode !== null) return app.exit(exitCode);
  const settingsFile = createSettingsFile(dataFolder);
  // Read while Electron is getting ready.
  const remembered = loadWindowPlace(dataFolder);
  const settings = settingsFile.load();
  const { openPage } = await import('./open-page.ts');
  await app.whenReady();
  const { theme } = await settings;
  await openPage({ launch, developmentUrl, dataFolder, settingsFile, theme, remembered: await remembered });
}

/** Better an end that says so than a process without a window. */
async function failToStart(error: unknown): Promise<void> {
  await ownStreams.write(
    'stderr',
    `Postil could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  app.exit(2);
}
