import { app, session } from 'electron';
import type { Settings } from '#contract/settings.ts';
import { registerAreas } from './areas.ts';
import { createCommandRunner } from './command-line/command-runner.ts';
import type { Launch } from './command-line/launch.ts';
import { serveCommands } from './command-line/serve-commands.ts';
import { createExportSessions } from './exports/export-sessions.ts';
import { createGrants } from './files/grants.ts';
import { receiveDroppedPaths } from './files/receive-dropped-paths.ts';
import { applyTheme, followTheme } from './settings/apply-theme.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import { addressOf } from './windows/app-address.ts';
import { builtFiles } from './windows/built-files.ts';
import { guardAllContents } from './windows/guard-contents.ts';
import { guardSession } from './windows/guard-session.ts';
import { createHeadlessWindow } from './windows/headless-window.ts';
import { createMainWindow } from './windows/main-window.ts';
import { ourPage } from './windows/our-page.ts';
import { saveScreenshot } from './windows/save-screenshot.ts';
import { serveAppScheme } from './windows/serve-app-scheme.ts';
import { setMenu } from './windows/set-menu.ts';
import type { WindowPlace } from './windows/window-bounds.ts';

interface Start {
  readonly launch: Launch;
  readonly developmentUrl: string | null;
  readonly dataFolder: string;
  readonly settingsFile: SettingsFile;
  readonly theme: Settings['theme'];
  readonly remembered: WindowPlace | null;
}

/** The electron half of starting: guards, the window, what stands behind it, and only then the page. */
export async function openPage({ launch, developmentUrl, dataFolder, settingsFile, theme, remembered }: Start) {
  const isHeadless = launch.kind === 'command';
  const address = addressOf(isHeadless ? 'headless' : 'index', developmentUrl);
  serveAppScheme(builtFiles('renderer'));
  guardSession(session.defaultSession, developmentUrl, !app.isPackaged);
  guardAllContents(address);
  setMenu();
  applyTheme(theme);

  // A picture shows the window as it is at first, not where somebody left it.
  const place = launch.screenshot === null ? remembered : null;
  const window = isHeadless ? createHeadlessWindow() : createMainWindow(place, dataFolder);
  const page = ourPage(window, developmentUrl);
  const grants = createGrants();
  const exportSessions = createExportSessions();
  const commandRunner = createCommandRunner(page);
  const { paths: startupPaths } = launch;
  registerAreas({ page, grants, exportSessions, settingsFile, commandRunner, dataFolder, startupPaths });
  receiveDroppedPaths(page, grants);
  if (!isHeadless) followTheme(page);
  // A page that is gone, or loaded anew, will not finish what it had begun.
  window.webContents.on('did-start-loading', exportSessions.abortAll);
  window.once('closed', exportSessions.abortAll);
  const loaded = window.loadURL(address);

  const commands = serveCommands({ dataFolder, page, grants, commandRunner, isHeadless });
  const end = (exitCode: number): void => {
    exportSessions.abortAll();
    commands.stop();
    app.exit(exitCode);
  };
  app.once('will-quit', () => {
    exportSessions.abortAll();
    commands.stop();
  });
  await loaded;
  if (isHeadless) end(await commands.runOwn(launch));
  else if (launch.screenshot !== null) end(await saveScreenshot(page, launch.screenshot));
}
