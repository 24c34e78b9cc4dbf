import { defineConfig } from '@playwright/test';

/** Errands on the real, built app. A test that fails now and then is a finding, so nothing is tried twice. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.errand.ts',
  outputDir: '../../out/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Enough for a busy machine and a start that has to be made twice: how fast Postil is, the bench measures.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
