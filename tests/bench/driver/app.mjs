import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { appFolder, electronArguments, electronPath } from './electron.mjs';
import { installProbe } from './probe.mjs';

/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{application: ElectronApplication, page: Page}} Running */

const PATIENCE_MS = 60_000;
const HOME = 'app://postil/index.html';

/**
 * @template T
 * @param {string} folder of the app
 * @param {string} dataFolder
 * @param {(running: Running) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withApp(folder, dataFolder, use) {
  const application = await _electron.launch({
    executablePath: electronPath,
    args: electronArguments(folder, dataFolder),
  });
  try {
    const page = await application.firstWindow();
    await page.waitForFunction(() => location.protocol !== 'about:' && document.readyState === 'complete');
    return await use({ application, page });
  } finally {
    await application.close();
  }
}

/**
 * The welcome screen in a page loaded afresh, so that every repetition starts from the same.
 * @param {Page} page
 */
export async function goHome(page) {
  await page.goto(HOME);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  await page.evaluate(installProbe);
}

/**
 * An empty page in the app's window, of the app's origin and with its stylesheets.
 * @param {Page} page
 */
export async function goBlank(page) {
  const names = await readdir(join(appFolder, 'out/renderer/assets'));
  const sheets = names.filter((name) => name.endsWith('.css')).map((name) => new URL(`assets/${name}`, HOME).href);
  // A page of our origin in which nothing of ours runs: one of the stylesheets itself, as a document.
  await page.goto(sheets[0] ?? HOME);
  await page.evaluate(writeBlank, sheets);
  await page.evaluate(installProbe);
}

/**
 * Runs in the page.
 * @param {readonly string[]} sheets
 */
async function writeBlank(sheets) {
  document.open();
  document.write('<!doctype html><html lang="en"><head></head><body></body></html>');
  document.close();
  const loaded = sheets.map((href) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    document.head.append(link);
    return new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
  });
  await Promise.all(loaded);
  await document.fonts.load('400 17px "Source Serif 4 Variable"');
}

/**
 * Opens a project from the welcome screen and waits until its codings have been read and a text is on screen.
 * @param {Page} page
 * @param {string} name
 */
export async function openProject(page, name) {
  await page.locator('.recent-project', { hasText: name }).click();
  await page.waitForFunction(() => performance.getEntriesByName('reader-painted').length > 0);
  await page.waitForFunction(() => {
    const count = document.querySelector('[data-testid=coding-count]')?.textContent ?? '';
    return /\d/.test(count);
  });
}

/**
 * Opens a source of the project by a click and waits for its text; answers with milliseconds from click to painted.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<number>}
 */
export async function openSource(page, name) {
  await page.evaluate(() => {
    const { probe } = window;
    probe.pending = probe.paintedAfterMark('reader-painted').then((painted) => painted - probe.lastClick);
  });
  await page.locator('.source-row', { hasText: name }).click();
  return pendingOf(page);
}

/**
 * What was set going before an action.
 * @template T
 * @param {Page} page
 * @returns {Promise<T>}
 */
export function pendingOf(page) {
  return page.evaluate((patience) => {
    const tooLate = new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error('what was waited for did not happen')), patience);
    });
    return Promise.race([/** @type {Promise<any>} */ (window.probe.pending), tooLate]);
  }, PATIENCE_MS);
}

/**
 * What the system's dialogs will answer from now on.
 * @param {ElectronApplication} application
 * @param {{open?: string, save?: string}} paths
 */
export async function answerDialogs(application, { open = '', save = '' }) {
  await application.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [paths.open] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: paths.save });
    },
    { open, save },
  );
}

/**
 * The renderer's memory after a garbage collection.
 * @param {Running} running
 * @returns {Promise<{workingSetMB: number, jsHeapMB: number}>}
 */
export async function memoryOf({ application, page }) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  const workingSetKB = await application.evaluate(({ app, webContents }) => {
    const renderers = new Set(webContents.getAllWebContents().map((contents) => contents.getOSProcessId()));
    const metrics = app.getAppMetrics().filter(({ pid }) => renderers.has(pid));
    return metrics.reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  });
  return { workingSetMB: Math.round(workingSetKB / 1024), jsHeapMB: Math.round(usedSize / 1024 / 1024) };
}
