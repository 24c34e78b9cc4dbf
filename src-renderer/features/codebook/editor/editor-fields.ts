import { proseFields, type CodeFields } from '#domain/codebook/code-fields.ts';
import { nextInk } from '#domain/codebook/inks.ts';
import type { Code, CodeId } from '#domain/project/records.ts';

/** What is written at length, and is missed when it is gone. */
const texts = [...proseFields, 'aliases'] as const;

/** Whether any of the texts says something else. */
export function isOtherwise(fields: CodeFields, first: CodeFields): boolean {
  return texts.some((text) => String(fields[text] ?? '') !== String(first[text] ?? ''));
}

/** A code as the editor has it. */
export function fieldsOf(code: Code): CodeFields {
  const { name, color, definition, include, exclude, example, memo, shortcut, isCodable } = code;
  const { summary = '', borderline = '', exampleCodingId = null, aliases = [] } = code;
  const seldom = { summary, borderline, exampleCodingId, aliases };
  return { name, color, definition, include, exclude, example, memo, shortcut, isCodable, ...seldom };
}

/** A code that is yet to be made, in an ink that is seldom among its siblings. */
export function newFields(name: string, codes: Iterable<Code>, parentId: CodeId | null): CodeFields {
  const all = [...codes];
  const siblings = all.filter((code) => code.parentId === parentId);
  const color = nextInk(
    all.map((code) => code.color),
    siblings.map((code) => code.color),
  );
  const nothing = { definition: '', include: '', exclude: '', example: '', memo: '', shortcut: '' };
  return { name, color, ...nothing, isCodable: true };
}
