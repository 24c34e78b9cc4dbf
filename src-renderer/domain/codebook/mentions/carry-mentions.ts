import type { Code, CodeId } from '#domain/project/records.ts';
import { proseFields } from '../code-fields.ts';
import type { CodeTree } from '../code-tree.ts';
import { mentionNamesOf, MENTION_SIGN, type CodeMention, type MentionNames } from './code-mentions.ts';

/** The fields of a code in which other codes may be named. */
export const mentioningFields = proseFields;

type MentioningField = (typeof mentioningFields)[number];

/**
 * A text of another codebook that names codes as this one does: the same code may be called otherwise there. What is not here
 * stays as it is written.
 * @param here the code of this codebook that one of the other's is
 */
export function carryMentions(
  text: string,
  from: CodeTree,
  to: CodeTree,
  here: (id: CodeId) => CodeId | undefined,
): string {
  if (!text.includes(MENTION_SIGN)) return text;
  const [before, names] = [mentionNamesOf(from), mentionNamesOf(to)];
  let result = text;
  // From the end, so that what follows each name is as it will be.
  for (const mention of before.mentionsIn(text).toReversed()) {
    const id = here(mention.code.id);
    const rest = result.slice(mention.end);
    const written = id === undefined ? null : carriedName(mention, text, before, (like) => names.write(id, rest, like));
    if (written !== null) result = result.slice(0, mention.start) + written + rest;
  }
  return result;
}

/** How a place that names a code is written afterwards: as short as can be, unless it was written longer than it had to be. */
export function carriedName(
  mention: CodeMention,
  text: string,
  before: MentionNames,
  write: (like: CodeMention | undefined) => string | null,
): string | null {
  const usual = before.write(mention.code.id, text.slice(mention.end));
  return write(usual === text.slice(mention.start, mention.end) ? undefined : mention);
}

/** The code with all its texts so; the same one where nothing is called otherwise. */
export function withMentionsCarried(code: Code, carried: (text: string, field: MentioningField) => string): Code {
  const changed: Partial<Record<MentioningField, string>> = {};
  for (const field of mentioningFields) {
    const text = code[field] ?? '';
    const fresh = carried(text, field);
    if (fresh !== text) changed[field] = fresh;
  }
  return Object.keys(changed).length > 0 ? { ...code, ...changed } : code;
}
