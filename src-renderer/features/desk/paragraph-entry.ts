import type { DocText } from '#domain/corpus/doc-text.ts';

/** Where a number that was typed leads: an offset in UTF-16 units, or why it leads nowhere. */
export type ParagraphEntry =
  | { readonly kind: 'found'; readonly startUtf16: number }
  | { readonly kind: 'noNumber' | 'tooFar' };

/** Paragraphs are counted as the margin counts them: from 1, blank lines left out. */
export function readParagraphEntry(entry: string, doc: DocText): ParagraphEntry {
  const typed = entry.trim();
  if (!/^[0-9]+$/.test(typed)) return { kind: 'noNumber' };
  const paragraph = doc.numbers.indexOf(Number(typed));
  // Blank lines carry 0, and so does nobody's paragraph.
  if (Number(typed) === 0 || paragraph < 0) return { kind: 'tooFar' };
  return { kind: 'found', startUtf16: doc.startOf(paragraph) };
}
