import { existsSync } from 'node:fs';
import { readWords } from './options.ts';

/** What is to be done, as far as it must be known before the app is ready. */
export interface Invocation {
  readonly kind: 'open' | 'command' | 'version';
  readonly dataFolder: string | null;
  /** Where to put a picture of the window, which then ends. */
  readonly screenshot: string | null;
  /** To be offered for import when the app opens. */
  readonly paths: readonly string[];
}

const COMMANDS: ReadonlySet<string> = new Set(['projects', 'import', 'export', 'help']);

/** A first word that is neither a command nor on the disk is a command misspelt, not a path to open. */
export function readInvocation(words: readonly string[], exists: (path: string) => boolean = existsSync): Invocation {
  const { positionals, values, switches } = readWords(words);
  const first = positionals[0];
  const isCommand = switches.has('help') || (first !== undefined && (COMMANDS.has(first) || !exists(first)));
  const kind = switches.has('version') ? 'version' : isCommand ? 'command' : 'open';
  return {
    kind,
    dataFolder: values['data-dir'] ?? null,
    screenshot: values.screenshot ?? null,
    paths: kind === 'open' ? positionals : [],
  };
}
