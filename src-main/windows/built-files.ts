import { join } from 'node:path';
import { app } from 'electron';

/** Where the build has put a part of the app. Not beside the running file: that may be a chunk in a folder of its own. */
export function builtFiles(part: 'preload' | 'renderer'): string {
  return join(app.getAppPath(), 'out', part);
}
