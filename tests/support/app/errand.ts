import { test as base } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPostil, type LaunchOptions, type PostilApp } from './postil-app.ts';

/** One researcher with a desk of her own: a folder for her files, one where the app keeps its data, and the app. */
export interface Errand {
  /** An empty folder for texts and exports. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly open: (options?: Partial<LaunchOptions>) => Promise<PostilApp>;
}

/** Playwright's test with an errand. What is still open at the end is closed; a failure leaves a picture of each window. */
export const test = base.extend<{ errand: Errand }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted off this pattern
  errand: async ({}, use, testInfo) => {
    const desk = await mkdtemp(join(tmpdir(), 'postil-e2e-'));
    const dataFolder = join(desk, 'data');
    const folder = join(desk, 'files');
    await Promise.all([mkdir(dataFolder), mkdir(folder)]);
    const apps: PostilApp[] = [];
    const open = async (options: Partial<LaunchOptions> = {}): Promise<PostilApp> => {
      const app = await launchPostil({ dataFolder, ...options });
      apps.push(app);
      return app;
    };
    await use({ folder, dataFolder, open });
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const [index, { page }] of apps.entries()) {
        const path = testInfo.outputPath(`window-${index + 1}.png`);
        await page.screenshot({ path }).catch(() => undefined);
      }
    }
    await Promise.all(apps.map(({ electron }) => electron.close().catch(() => undefined)));
    await rm(desk, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';
