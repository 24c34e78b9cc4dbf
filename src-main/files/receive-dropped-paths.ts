import { isAbsolute } from 'node:path';
import { ipcMain } from 'electron';
import { DROPPED_PATHS_CHANNEL } from '#contract/channels.ts';
import type { OurPage } from '#main/windows/our-page.ts';
import type { Grants } from './grants.ts';

/** Grants the paths and tells the page of them. */
export async function offerPaths(page: OurPage, grants: Grants, paths: readonly string[]): Promise<void> {
  const offered = await Promise.all(paths.map((path) => grants.grantExisting(path)));
  if (offered.length > 0) await page.announce('files', 'pathsOffered', offered);
}

export function receiveDroppedPaths(page: OurPage, grants: Grants): void {
  ipcMain.on(DROPPED_PATHS_CHANNEL, (event, paths: unknown) => {
    if (!page.isSender(event) || !Array.isArray(paths)) return;
    const named = paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path));
    void offerPaths(page, grants, named);
  });
}
