import { defineConfig } from '@playwright/test';

/** Errands on the real, built app. A test that fails now and then is a finding, so nothing is tried twice. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.errand.ts',
  outputDir: '../../out/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
