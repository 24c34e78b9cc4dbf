import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme } from 'electron';
import { builtFiles } from './built-files.ts';
import { colorsFor, frameOptions } from './title-bar.ts';
import { type WindowPlace, onScreen, saveWindowPlace } from './window-bounds.ts';

/** What every page of ours lives in. */
export function pagePreferences(): Electron.WebPreferences {
  return {
    preload: join(builtFiles('preload'), 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    enableWebSQL: false,
    devTools: !app.isPackaged,
  };
}

/** Shown when its first picture is ready, in the colour of the theme before that, so that nothing flashes. */
export function createMainWindow(remembered: WindowPlace | null, dataFolder: string): BrowserWindow {
  const isDark = nativeTheme.shouldUseDarkColors;
  const place = onScreen(remembered);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...(place === null ? {} : { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: app.name,
    backgroundColor: colorsFor(isDark).chrome,
    ...frameOptions(isDark),
    webPreferences: pagePreferences(),
  });
  if (place?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveWindowPlace(dataFolder, window));
  return window;
}
