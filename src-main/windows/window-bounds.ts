import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import * as v from 'valibot';
import { isReachable } from './is-reachable.ts';

const placeSchema = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  isMaximized: v.boolean(),
});
export type WindowPlace = v.InferOutput<typeof placeSchema>;

const FILE_NAME = 'window.json';

export async function loadWindowPlace(folder: string): Promise<WindowPlace | null> {
  try {
    return v.parse(placeSchema, JSON.parse(await readFile(join(folder, FILE_NAME), 'utf8')));
  } catch {
    return null;
  }
}

/** The place, where it can still be seen. Screens are known only once the app is ready. */
export function onScreen(place: WindowPlace | null): WindowPlace | null {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  return place !== null && isReachable(place, workAreas) ? place : null;
}

/** At once: the app may be gone before anything could be waited for. */
export function saveWindowPlace(folder: string, window: BrowserWindow): void {
  const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  const path = join(folder, FILE_NAME);
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(place));
    renameSync(`${path}.tmp`, path);
  } catch {
    // A place that cannot be remembered is not worth a message.
  }
}
