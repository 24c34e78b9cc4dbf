import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

/** One pixel less than the bar the page draws, so that the bar's hairline runs under the buttons. */
const OVERLAY_HEIGHT = 43;

/** `--chrome` and `--ink-2` of the page's tokens, needed before the page is there. */
const COLORS = {
  light: { chrome: '#f4f4f1', symbol: '#514e4a' },
  dark: { chrome: '#121110', symbol: '#b7b5b1' },
} as const;

export function colorsFor(isDark: boolean): (typeof COLORS)['light' | 'dark'] {
  return isDark ? COLORS.dark : COLORS.light;
}

function overlayFor(isDark: boolean): Electron.TitleBarOverlay {
  const { chrome, symbol } = colorsFor(isDark);
  return { color: chrome, symbolColor: symbol, height: OVERLAY_HEIGHT };
}

/** The page draws the title bar; the system's own buttons lie over its end. */
export function frameOptions(isDark: boolean): BrowserWindowConstructorOptions {
  if (process.platform === 'darwin') return { titleBarStyle: 'hiddenInset' };
  return { titleBarStyle: 'hidden', titleBarOverlay: overlayFor(isDark) };
}

export function colorWindow(window: BrowserWindow, isDark: boolean): void {
  window.setBackgroundColor(colorsFor(isDark).chrome);
  if (process.platform !== 'darwin') window.setTitleBarOverlay(overlayFor(isDark));
}
