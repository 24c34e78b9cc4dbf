import { BrowserWindow } from 'electron';
import { pagePreferences } from './main-window.ts';

/** A window that is never shown, for commands: the same page engine and storage, at full speed though nobody looks. */
export function createHeadlessWindow(): BrowserWindow {
  return new BrowserWindow({ show: false, webPreferences: { ...pagePreferences(), backgroundThrottling: false } });
}
