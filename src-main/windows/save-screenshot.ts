import { writeFile } from 'node:fs/promises';
import type { OurPage } from './our-page.ts';

const PATIENCE_MS = 60_000;

/** Fonts first, then two frames: the first paints with them, the second shows that it is done. */
const SETTLED = `document.fonts.ready.then(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
}))`;

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('the page did not become ready')), PATIENCE_MS);
  });
}

async function capture({ ready, window }: OurPage): Promise<Buffer> {
  await ready;
  await window.webContents.executeJavaScript(SETTLED);
  return (await window.webContents.capturePage()).toPNG();
}

/** Writes what the window shows, once it can be used. Says what went wrong on stderr; resolves to the exit code. */
export async function saveScreenshot(page: OurPage, path: string): Promise<0 | 2> {
  try {
    await writeFile(path, await Promise.race([capture(page), tooLate()]));
    return 0;
  } catch (error) {
    process.stderr.write(`No picture: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
