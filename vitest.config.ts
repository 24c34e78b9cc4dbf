import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    // Against what never ends, not against a busy machine: 5 s were too few for a test that loads half the app.
    testTimeout: 20_000,
  },
});
