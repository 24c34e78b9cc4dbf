import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Explicit targets: electron-vite would take them from the installed `electron`, and the development fallback is older.
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: { target: NODE_TARGET, outDir: 'out/main', rollupOptions: { input: 'src-main/index.ts' } },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      rollupOptions: {
        input: 'src-main/preload/index.ts',
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    resolve: { alias: [{ find: /^fflate$/, replacement: resolve('src-renderer/workers/fflate-in-place.ts') }] },
    build: {
      target: CHROME_TARGET,
      outDir: 'out/renderer',
      minify: true,
      // Fonts and pictures stay files: the content security policy takes no fonts from `data:`.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: 'src-renderer/index.html', headless: 'src-renderer/headless.html' } },
    },
  },
});
