import type { Code } from '#domain/project/records.ts';
import type { CodebookFields } from '../codebook-rows.ts';

/**
 * Other programs give a code one text. Ours go into it as sections that a person can read there and that we find again: the
 * definition first, then each filled field under its label. The labels are part of the format, so they stay English.
 */
const sections = [
  ['summary', 'In short'],
  ['include', 'Include when'],
  ['exclude', 'Exclude when'],
  ['example', 'Typical example'],
  ['borderline', 'Borderline example'],
  ['memo', 'Memo'],
] as const satisfies readonly (readonly [keyof Code, string])[];

type ProseField = 'definition' | (typeof sections)[number][0];

const LABEL = new RegExp(`^(${sections.map(([, label]) => label).join('|')}): ?`);
/** Before a line of somebody's own words that would read as one of our labels. */
const ESCAPE = '\u2060';

/** The one text of a code; empty when nothing is written about it. */
export function descriptionOf(code: Code): string {
  const filled = sections.filter(([field]) => (code[field] ?? '') !== '');
  const parts = filled.map(([field, label]) => `${label}: ${guarded(code[field] ?? '')}`);
  return [...(code.definition === '' ? [] : [guarded(code.definition)]), ...parts].join('\n\n');
}

/** Takes apart what `descriptionOf` has put together; a text of another program is a definition as a whole. */
export function readDescription(text: string): Partial<CodebookFields> {
  const fields: Partial<Record<ProseField, string>> = {};
  let field: ProseField = 'definition';
  let lines: string[] = [];
  const close = (): void => {
    const content = lines.join('\n');
    if (content !== '') fields[field] = content;
  };
  const all = text.split('\n');
  for (const [at, line] of all.entries()) {
    const label = LABEL.exec(line);
    const found = label && (at === 0 || all[at - 1] === '') && sections.find(([, name]) => name === label[1]);
    if (!label || !found) {
      lines.push(bare(line));
      continue;
    }
    // The blank line before a label belongs to neither section.
    if (at > 0) lines.pop();
    close();
    field = found[0];
    lines = [bare(line.slice(label[0].length))];
  }
  close();
  return fields;
}

function bare(line: string): string {
  return line.startsWith(ESCAPE) ? line.slice(ESCAPE.length) : line;
}

function guarded(text: string): string {
  return text
    .split('\n')
    .map((line) => (LABEL.test(line) || line.startsWith(ESCAPE) ? ESCAPE + line : line))
    .join('\n');
}
