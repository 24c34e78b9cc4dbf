import { dirname, join } from 'node:path';
import { app, session } from 'electron';
import { registerAreas } from './areas.ts';
import { createCommandRunner } from './command-line/command-runner.ts';
import { type Launch, readLaunch } from './command-line/launch.ts';
import { createExportSessions } from './exports/export-sessions.ts';
import { createGrants } from './files/grants.ts';
import { receiveDroppedPaths } from './files/receive-dropped-paths.ts';
import { applyTheme, followTheme } from './settings/apply-theme.ts';
import { createSettingsFile } from './settings/settings-file.ts';
import { addressOf } from './windows/app-address.ts';
import { silenceChromium } from './windows/chromium-switches.ts';
import { guardAllContents } from './windows/guard-contents.ts';
import { guardSession } from './windows/guard-session.ts';
import { createHeadlessWindow } from './windows/headless-window.ts';
import { createMainWindow } from './windows/main-window.ts';
import { type OurPage, ourPage } from './windows/our-page.ts';
import { declareAppScheme, serveAppScheme } from './windows/serve-app-scheme.ts';
import { loadWindowPlace } from './windows/window-bounds.ts';

// The order matters. Up to `whenReady` everything happens at once: schemes, switches and folders must be set before Electron
// is ready, and a top-level `await` would make it wait for itself.

const launch = readLaunch(process.argv, process.env);
const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);

if (launch.dataFolder !== null) {
  app.setPath('userData', launch.dataFolder);
  app.setPath('sessionData', launch.dataFolder);
}
const dataFolder = app.getPath('userData');

declareAppScheme();
silenceChromium(developmentUrl);

void start(launch);

async function start({ kind, paths }: Launch): Promise<void> {
  const settingsFile = createSettingsFile(dataFolder);
  const remembered = loadWindowPlace(dataFolder);
  const pageName = kind === 'command' ? 'headless' : 'index';
  const address = addressOf(pageName, developmentUrl);

  await app.whenReady();
  serveAppScheme(join(dirname(import.meta.dirname), 'renderer'));
  guardSession(session.defaultSession, developmentUrl, !app.isPackaged);
  guardAllContents(address);

  applyTheme((await settingsFile.load()).theme);
  const window = kind === 'command' ? createHeadlessWindow() : createMainWindow(await remembered, dataFolder);
  const page: OurPage = ourPage(window, developmentUrl);
  const grants = createGrants();
  const exportSessions = createExportSessions();
  const commandRunner = createCommandRunner(() => page);
  registerAreas({ page, grants, exportSessions, settingsFile, commandRunner, dataFolder, startupPaths: paths });
  receiveDroppedPaths(page, grants);
  followTheme(page);
  await window.loadURL(address);
}
