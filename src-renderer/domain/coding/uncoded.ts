import type { DocText } from '#domain/corpus/doc-text.ts';
import type { CodingIndex } from './coding-index.ts';
import type { Span } from './span.ts';

/** The next (1) or previous (-1) numbered paragraph that no coding touches; null where there is none. UTF-16 offsets. */
export function uncodedParagraph(doc: DocText, index: CodingIndex, from: number, direction: 1 | -1): Span | null {
  const last = doc.paragraphCount - 1;
  for (let at = doc.paragraphAt(from) + direction; at >= 0 && at <= last; at += direction) {
    const span = { startUtf16: doc.startOf(at), endUtf16: doc.endOf(at) };
    if (doc.numbers[at] && index.overlapping(span.startUtf16, span.endUtf16).length === 0) return span;
  }
  return null;
}
