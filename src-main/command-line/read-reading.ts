import { type Command, columnWords, existingWords } from '#contract/command-line.ts';
import { type Problem, problem } from '#contract/result.ts';
import type { Words } from './options.ts';

type Reading = Extract<Command, { name: 'import' }>['reading'];
type Columns = NonNullable<Reading['columns']>;

/** What the options of an import say of how a codebook is to be read and taken, or what is wrong with them. */
export function readReading({ columns, separator, existing }: Words['values']): Reading | Problem {
  if (existing !== undefined && !isOneOf(existingWords, existing)) {
    return problem('unknownExisting', { word: existing, known: existingWords.join(', ') });
  }
  const named = columns === undefined ? null : readColumns(columns);
  if (named && 'code' in named) return named;
  return { columns: named && named.columns, separator: separator ?? null, existing: existing ?? null };
}

/** `name=Kode,definition=Beskrivelse`. A comma that no `word=` follows is part of a header. */
function readColumns(text: string): { readonly columns: Columns } | Problem {
  const known = columnWords.join(', ');
  const columns: Columns = {};
  for (const part of text.split(/,(?=\s*\w+\s*=)/)) {
    const [, word, column] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    if (word === undefined || !column) return problem('columnsUnreadable', { part: part.trim(), known });
    if (!isOneOf(columnWords, word)) return problem('unknownColumnWord', { word, known });
    if (columns[word] !== undefined) return problem('columnWordRepeated', { word });
    columns[word] = column;
  }
  return { columns };
}

function isOneOf<T extends string>(known: readonly T[], word: string): word is T {
  return known.some((each) => each === word);
}
