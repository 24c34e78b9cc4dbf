import { inDisplay } from './display.mjs';

/**
 * How to start Electron on this machine.
 * @param {string} electron
 * @param {string[]} args
 * @returns {{command: string, args: string[], env: Record<string, string>}}
 */
export function howToLaunch(electron, args) {
  return { ...inDisplay(electron, [...machineFlags(), ...args]), env: launchEnvironment(electron) };
}

/**
 * For everything that starts Electron by itself: electron-vite, Playwright, our bench.
 * @param {string} electron
 * @returns {Record<string, string>}
 */
export function launchEnvironment(electron) {
  const isWaylandOnly = !process.env.DISPLAY && Boolean(process.env.WAYLAND_DISPLAY);
  return { ELECTRON_EXEC_PATH: electron, ...(isWaylandOnly ? { ELECTRON_OZONE_PLATFORM_HINT: 'auto' } : {}) };
}

/** Chromium refuses its sandbox to root. A container is root's usual home; a release never passes this. */
export const isRoot = () => process.getuid?.() === 0;

/** Fatal errors only: without a GPU or a message bus, Chromium complains on stderr about what the app does not need. */
const machineFlags = () => ['--log-level=3', ...(isRoot() ? ['--no-sandbox'] : [])];
