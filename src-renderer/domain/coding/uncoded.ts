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

/**
 * How much of a text is coded at all, 0 to 1: characters of its lines, line feeds not counted.
 * @param codings in the order of an index; UTF-16 offsets
 */
export function codedShare(codings: readonly Span[], doc: DocText): number {
  const lengthOf = (start: number, end: number): number =>
    end - start - (doc.paragraphAt(end) - doc.paragraphAt(start));
  let covered = 0;
  let reach = 0;
  for (const { startUtf16, endUtf16 } of codings) {
    const from = Math.max(startUtf16, reach);
    if (from < endUtf16) covered += lengthOf(from, endUtf16);
    reach = Math.max(reach, endUtf16);
  }
  const whole = lengthOf(0, doc.text.length);
  return whole === 0 ? 0 : covered / whole;
}
