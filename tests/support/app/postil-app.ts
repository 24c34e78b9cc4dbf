import { _electron, errors, type ElectronApplication, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findElectron } from '#scripts/electron/find-electron.mjs';
import { isRoot } from '#scripts/electron/launch.mjs';

export const projectRoot = join(import.meta.dirname, '../../..');

/** What every start of the app needs on this machine, before its own words. */
export function switches(more: readonly string[] = []): string[] {
  return ['--log-level=3', '--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : []), ...more];
}

export interface LaunchOptions {
  readonly dataFolder: string;
  /** Words after the data folder: what a person would type. */
  readonly words?: readonly string[];
  /** Switches of Chromium, before the app. */
  readonly chromium?: readonly string[];
  /** Whether the tour may offer itself, as it does to somebody who has never been here; else it was turned away before. */
  readonly isNewHere?: boolean;
}

/** A running app with its window. The page's keyboard presses at a person's pace. */
export interface PostilApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Presses in the same frame as what was done before, where just that is to be tried. */
  readonly pressAtOnce: Page['keyboard']['press'];
}

const ATTEMPTS = 3;
const ATTACHED_WITHIN_MS = 20_000;

/**
 * Starts the app and gets hold of it. About once in a hundred starts Playwright connects to both of Electron's inspectors and
 * then waits for ever, while the app stands there with its page loaded (looked at: its own list of pages says so); rarer still,
 * on a busy machine, the inspector's connection breaks and takes Electron along. Nothing has been done in it by then, so it is
 * ended and started again; one that never starts fails three times.
 */
export async function launchPostil(options: LaunchOptions): Promise<PostilApp> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attach(options);
    } catch (error) {
      const isStuck = error instanceof errors.TimeoutError || String(error).includes('Process failed to launch');
      if (!isStuck || attempt === ATTEMPTS) throw error;
      console.log(`Playwright did not get hold of the app; starting it again (${attempt} of ${ATTEMPTS - 1})`);
    }
  }
}

async function attach({ dataFolder, words = [], chromium = [], isNewHere = false }: LaunchOptions): Promise<PostilApp> {
  if (!isNewHere) await turnTourAway(dataFolder);
  const electron = await _electron.launch({
    executablePath: await findElectron(() => undefined),
    args: [...switches(chromium), projectRoot, '--data-dir', dataFolder, ...words],
    timeout: ATTACHED_WITHIN_MS,
  });
  const page = await electron.firstWindow({ timeout: ATTACHED_WITHIN_MS }).catch((error: unknown) => {
    // Left standing it would own the data folder, and the next start would only be handed over to it.
    electron.process().kill('SIGKILL');
    throw error;
  });
  page.setDefaultTimeout(15_000);
  // Keys pressed before the window is shown go nowhere.
  await electron.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window && !window.isVisible()) await new Promise<void>((resolve) => window.once('show', () => resolve()));
  });
  await keepFocus(page);
  const { keyboard } = page;
  const pressAtOnce = keyboard.press.bind(keyboard);
  keyboard.press = async (key, options) => {
    await atRest(page);
    await pressAtOnce(key, options);
  };
  return { electron, page, pressAtOnce };
}

/**
 * Nobody answers to what is not painted yet; Playwright does, in the frame in which a dialog is about to give the focus
 * back, for instance. Whether such keys arrive, and when, hung on how busy the machine was.
 */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    // Where nothing has the focus for good, as on a screen without a field, one does not wait for ever.
    for (let turn = 0; turn < 12 && document.activeElement === document.body; turn++) await frame();
  });
}

/**
 * The windows of several workers stand on one display, where one that starts or comes to the front takes the focus from the
 * others: `toBeFocused` would then say of a focused field that it is not, and the app would keep no focus.
 */
async function keepFocus(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** As somebody's settings say who has. Settings that are there stay as they are. */
async function turnTourAway(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const settings = JSON.stringify({ isTourDone: true });
  await writeFile(join(dataFolder, 'settings.json'), settings, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Answers the next dialogs for opening with these paths, as if they had been chosen there. */
export async function chooseInDialogs({ electron }: PostilApp, ...paths: readonly string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** Answers the next dialogs for saving. */
export async function saveTo({ electron }: PostilApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

export async function resizeTo({ electron, page }: PostilApp, width: number, height: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
  await page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) < 3, width);
}
