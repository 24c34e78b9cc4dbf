import { resolve } from 'node:path';
import { type Command, exportKinds, importAs } from '#contract/command-line.ts';
import type { Grant } from '#contract/files.ts';
import { type Problem, problem } from '#contract/result.ts';
import { type OptionName, type Words, readWords } from './options.ts';
import { readReading } from './read-reading.ts';

const COMMON: readonly OptionName[] = ['data-dir', 'coder', 'lang', 'json', 'help'];
/** How a codebook is to be read and taken. */
const OF_CODEBOOKS = ['columns', 'separator', 'existing'] as const satisfies readonly OptionName[];
/** What a command may take besides `COMMON`. */
const OPTIONS_OF: Readonly<Record<string, readonly OptionName[]>> = {
  projects: [],
  import: ['project', 'as', 'dry-run', ...OF_CODEBOOKS],
  export: ['project', 'out', 'raw', 'as'],
  help: [],
};

interface Surroundings {
  readonly cwd: string;
  readonly grantExisting: (path: string) => Promise<Grant>;
  readonly grant: (path: string, kind: 'save-target') => Grant;
}

const BACKUP = /\.postil-backup$/i;

type Common = Pick<Command, 'coderName' | 'language' | 'isJson'>;

function isOneOf<T extends string>(known: readonly T[], word: string | undefined): word is T {
  return known.some((each) => each === word);
}

/** The first thing wrong with the words themselves, whatever the command. */
function problemOfWords({ positionals, values, switches, unknownAfterFirst, withoutValue }: Words): Problem | null {
  const command = positionals[0] ?? 'help';
  const allowed = OPTIONS_OF[command];
  if (allowed === undefined) return problem('unknownCommand', { command });
  const unknown = unknownAfterFirst[0];
  if (unknown !== undefined) return problem('unknownOption', { option: unknown, command });
  const valueless = withoutValue[0];
  if (valueless !== undefined) return problem('missingValue', { option: `--${valueless}` });
  const given = [...Object.keys(values), ...switches];
  const misplaced = given.find((name) => !isOneOf([...COMMON, ...allowed], name));
  return misplaced === undefined ? null : problem('unknownOption', { option: `--${misplaced}`, command });
}

function parseImport(
  { positionals, values, switches }: Words,
  common: Common,
  around: Surroundings,
): Promise<Command | Problem> | Problem {
  const paths = positionals.slice(1);
  const kind = values.as;
  if (paths.length === 0) return problem('missingPath', { command: 'import' });
  if (kind !== undefined && !isOneOf(importAs, kind)) {
    return problem('unknownImportKind', { kind, known: importAs.join(', ') });
  }
  const misplaced = kind === 'codebook' ? undefined : OF_CODEBOOKS.find((name) => values[name] !== undefined);
  if (misplaced !== undefined) return problem('onlyForCodebook', { option: `--${misplaced}` });
  const reading = readReading(values);
  if ('code' in reading) return reading;
  if (kind === 'backup' || (kind === undefined && paths.some((path) => BACKUP.test(path)))) {
    if (switches.has('dry-run')) return problem('dryRunTables');
    return parseRestore(paths, values.project ?? null, common, around);
  }
  if (values.project === undefined) return problem('missingOption', { option: '--project', command: 'import' });
  const { project } = values;
  return Promise.all(paths.map((path) => around.grantExisting(resolve(around.cwd, path)))).then((granted) => ({
    name: 'import',
    ...common,
    project,
    paths: granted,
    kind: kind ?? null,
    isDryRun: switches.has('dry-run'),
    reading,
  }));
}

/** A backup becomes a project of its own, which may be given another name. */
async function parseRestore(
  paths: readonly string[],
  project: string | null,
  common: Common,
  around: Surroundings,
): Promise<Command | Problem> {
  const [path = '', ...others] = paths;
  if (others.length > 0) return problem('backupAlone');
  return { name: 'restore', ...common, project, path: await around.grantExisting(resolve(around.cwd, path)) };
}

function parseExport(
  { positionals, values, switches }: Words,
  common: Common,
  around: Surroundings,
): Command | Problem {
  const [, kind, surplus] = positionals;
  const known = exportKinds.join(', ');
  if (kind === undefined) return problem('missingExportKind', { known });
  if (!isOneOf(exportKinds, kind)) return problem('unknownExportKind', { kind, known });
  if (surplus !== undefined) return problem('surplusWord', { word: surplus, command: 'export' });
  if (values.project === undefined) return problem('missingOption', { option: '--project', command: 'export' });
  if (values.out === undefined) return problem('missingOption', { option: '--out', command: 'export' });
  const format = values.as ?? null;
  if (format !== null && kind !== 'codebook')
    return problem('unknownOption', { option: '--as', command: `export ${kind}` });
  const target = around.grant(resolve(around.cwd, values.out), 'save-target');
  return { name: 'export', ...common, project: values.project, kind, target, isRaw: switches.has('raw'), format };
}

function parseKnown(
  words: Words,
  common: Common,
  around: Surroundings,
): Promise<Command | Problem> | Command | Problem {
  const [name = 'help', surplus] = words.positionals;
  if (name === 'help' || words.switches.has('help')) return { name: 'help', ...common, problem: null };
  if (name === 'import') return parseImport(words, common, around);
  if (name === 'export') return parseExport(words, common, around);
  if (surplus !== undefined) return problem('surplusWord', { word: surplus, command: name });
  return { name: 'projects', ...common };
}

/** Words to a command. Words that make none become `help` with the problem, which ends with exit code 2. */
export async function parseCommand(words: readonly string[], around: Surroundings): Promise<Command> {
  const read = readWords(words);
  const common: Common = {
    coderName: read.values.coder ?? null,
    language: read.values.lang ?? null,
    isJson: read.switches.has('json'),
  };
  const parsed = problemOfWords(read) ?? (await parseKnown(read, common, around));
  return 'code' in parsed ? { name: 'help', ...common, problem: parsed } : parsed;
}
