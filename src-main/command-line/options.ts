import { parseArgs } from 'node:util';

/** Every option there is; a word of its own after it for `string`. */
const OPTIONS = {
  'data-dir': { type: 'string' },
  screenshot: { type: 'string' },
  coder: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  project: { type: 'string' },
  as: { type: 'string' },
  out: { type: 'string' },
  raw: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  columns: { type: 'string' },
  separator: { type: 'string' },
  existing: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
export type OptionName = keyof typeof OPTIONS;

export interface Words {
  readonly positionals: readonly string[];
  readonly values: Readonly<Partial<Record<OptionName, string>>>;
  readonly switches: ReadonlySet<OptionName>;
  /** Options we do not have, by where they stand: before the first word they are Chromium's, after it a mistake. */
  readonly unknownAfterFirst: readonly string[];
  /** Options whose value is not there. */
  readonly withoutValue: readonly OptionName[];
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

export function readWords(words: readonly string[]): Words {
  const { tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values: Partial<Record<OptionName, string>> = {};
  const switches = new Set<OptionName>();
  const unknownAfterFirst: string[] = [];
  const withoutValue: OptionName[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!isOption(token.name)) {
      if (positionals.length > 0) unknownAfterFirst.push(token.rawName);
    } else if (OPTIONS[token.name].type === 'boolean') switches.add(token.name);
    // `--project --json`: the second is an option, not the project's name; `--project=--json` would be.
    else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
      withoutValue.push(token.name);
    else values[token.name] = token.value;
  }
  return { positionals, values, switches, unknownAfterFirst, withoutValue };
}
