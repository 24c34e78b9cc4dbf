import { resolve } from 'node:path';
import { app } from 'electron';
import { type Invocation, readInvocation } from './read-invocation.ts';

/** How this process was started. */
export interface Launch extends Invocation {
  /** The user's own words, without the program and its folder, for handing over to a running app. */
  readonly words: readonly string[];
  readonly cwd: string;
  /** Null for Electron's own choice. */
  readonly dataFolder: string | null;
}

/** In development Electron is started as `electron [switches] <app folder> [words]`, a built app as `postil [words]`. */
function wordsOf(argv: readonly string[]): readonly string[] {
  if (app.isPackaged) return argv.slice(1);
  const isWord = (word: string, index: number): boolean => index > 0 && !word.startsWith('-');
  const home = argv.findIndex((word, index) => isWord(word, index) && resolve(word) === resolve(app.getAppPath()));
  return argv.slice((home === -1 ? argv.findIndex(isWord) : home) + 1);
}

export function readLaunch(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Launch {
  const words = wordsOf(argv);
  // Scripts start the app from another folder than the one the person stands in.
  const cwd = environment['POSTIL_CWD'] ?? process.cwd();
  const invocation = readInvocation(words);
  const folder = invocation.dataFolder ?? environment['POSTIL_DATA_DIR'];
  return {
    ...invocation,
    words,
    cwd,
    dataFolder: folder === undefined || folder === null || folder === '' ? null : resolve(cwd, folder),
    screenshot: invocation.screenshot === null ? null : resolve(cwd, invocation.screenshot),
    paths: invocation.paths.map((path) => resolve(cwd, path)),
  };
}
