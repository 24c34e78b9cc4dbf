import { proseFields, type CodeFields } from '#domain/codebook/code-fields.ts';
import type { Code, CodeId } from '#domain/project/records.ts';

export type TextField = (typeof proseFields)[number];

/** All that is written, one after the other, or what stands with one code. */
export type FieldChoice = 'all' | CodeId;

/** The codes that have something in the field, the survivor first. Of those that say the same only one. */
export function writersOf(field: TextField, survivor: Code, going: readonly Code[]): Code[] {
  const writers = new Map<string, Code>();
  for (const code of [survivor, ...going]) {
    const text = (code[field] ?? '').trim();
    if (text !== '' && !writers.has(text)) writers.set(text, code);
  }
  return [...writers.values()];
}

/** What is to be written about the survivor. Where nothing is chosen, nothing is lost. */
export function mergedFields(
  survivor: Code,
  going: readonly Code[],
  choices: Readonly<Partial<Record<TextField, FieldChoice>>>,
): Partial<CodeFields> {
  const fields: Partial<Record<TextField, string>> = {};
  for (const field of proseFields) {
    const writers = writersOf(field, survivor, going);
    const choice = choices[field] ?? 'all';
    const kept = writers.filter(({ id }) => choice === 'all' || id === choice);
    // A choice of a code that has become the survivor meanwhile, or stays for itself, means nothing.
    const texts = (kept.length > 0 ? kept : writers).map((code) => code[field] ?? '');
    const text = texts.join('\n\n');
    if (text !== (survivor[field] ?? '')) fields[field] = text;
  }
  return fields;
}
