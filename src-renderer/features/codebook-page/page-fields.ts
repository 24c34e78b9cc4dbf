import { proseFields, type CodeFields } from '#domain/codebook/code-fields.ts';
import type { Code } from '#domain/project/records.ts';

/** What can be written about a code on the page, as text. */
export const pageFields = ['name', ...proseFields, 'aliases', 'shortcut'] as const satisfies readonly (keyof Code)[];
export type PageField = (typeof pageFields)[number];

/** Those that stand one beneath the other with a word before each. */
export const labelledFields = ['include', 'exclude', 'example', 'borderline', 'memo', 'aliases', 'shortcut'] as const;

const SINGLE_LINES: ReadonlySet<PageField> = new Set<PageField>(['name', 'aliases', 'shortcut']);

/** Enter ends what has one line. */
export function isSingleLine(field: PageField): boolean {
  return SINGLE_LINES.has(field);
}

/** What is written there now; other names are joined by commas. */
export function writtenIn(code: Code, field: PageField): string {
  return field === 'aliases' ? (code.aliases ?? []).join(', ') : (code[field] ?? '');
}

/** Text as the field it is meant for. */
export function asFields(field: PageField, text: string): Partial<CodeFields> {
  if (field === 'aliases') return { aliases: text.split(/[,;،、，]/u) };
  return { [field]: text };
}
