import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import * as v from 'valibot';
import { writeAtomically } from '#main/files/atomic-file.ts';
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

export async function saveWindowPlace(folder: string, window: BrowserWindow): Promise<void> {
  const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
  // A place that cannot be remembered is not worth a message.
  await writeAtomically(join(folder, FILE_NAME), Buffer.from(JSON.stringify(place))).catch(() => undefined);
}
