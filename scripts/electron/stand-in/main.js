/*
 * Stands in for the default app that the fallback Electron lacks: `electron <folder> [args]` runs the app in the folder.
 * It must stay an ES module that awaits the app at top level: only then does Electron hold back `ready` until the app
 * has loaded, and `protocol.registerSchemesAsPrivileged` comes early enough.
 */
import { app as publicApp } from 'electron';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What Electron's own default app calls, and the documentation leaves out.
 * @typedef {{setAppPath: (path: string) => void, setVersion: (version: string) => void}} UndocumentedApp
 * @typedef {{_preloadModules: (paths: string[]) => void}} UndocumentedModule
 */
const app = /** @type {typeof publicApp & UndocumentedApp} */ (publicApp);
const { _preloadModules: preloadModules } = /** @type {typeof Module & UndocumentedModule} */ (Module);

/** Electron's own reading of its arguments: flags and preloaded modules (Playwright's `-r`) until the app's folder. */
function readArguments() {
  /** @type {string[]} */
  const preloaded = [];
  const rest = process.argv.slice(1);
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '-r' || argument === '--require') preloaded.push(rest.shift() ?? '');
    else if (!argument.startsWith('-')) return { preloaded, folder: resolve(argument) };
  }
  return { preloaded, folder: undefined };
}

const { preloaded, folder } = readArguments();
if (folder === undefined) {
  process.stderr.write('electron: name the folder of an app\n');
  app.exit(2);
} else {
  const {
    main = 'index.js',
    name,
    productName,
    version,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setAppPath(folder);
  app.setName(productName ?? name);
  if (version !== undefined) app.setVersion(version);
  if (preloaded.length > 0) preloadModules(preloaded);
  await import(pathToFileURL(join(folder, main)).href);
}
