import { defineConfig } from '@playwright/test';

/** Not tests: pictures of every state for people to look at, in `out/pictures/`. `npm run test:e2e -- -c tests/e2e/pictures.config.ts` */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../out/e2e-pictures',
  timeout: 300_000,
  reporter: 'list',
});
