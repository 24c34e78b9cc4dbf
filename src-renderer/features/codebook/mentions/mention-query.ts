import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { mentionNamesOf, MENTION_SIGN } from '#domain/codebook/mentions/code-mentions.ts';
import { beginsAWord } from '#domain/codebook/mentions/word-borders.ts';

/** A name somebody has begun to write. */
export interface MentionQuery {
  /** Where its `@` is, in UTF-16 units. */
  readonly start: number;
  /** What was written after it. */
  readonly query: string;
}

/** Nobody writes on in a name for longer than that. */
const LONGEST = 60;

/** The name that is being written at the caret; null where none is, or where one has been written and other words follow. */
export function mentionQueryAt(text: string, caret: number, tree: CodeTree): MentionQuery | null {
  const start = text.lastIndexOf(MENTION_SIGN, caret - 1);
  if (start < 0 || caret <= start || caret - start > LONGEST || !beginsAWord(text, start)) return null;
  const query = text.slice(start + 1, caret);
  if (/\n|^\s/.test(query)) return null;
  const written = mentionNamesOf(tree).mentionAt(text.slice(0, caret), start);
  return written && written.end < caret ? null : { start, query };
}
