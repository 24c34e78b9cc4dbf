import type { Span } from '#domain/coding/span.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';

/** A place found within its line, cut to what a list shows. */
export interface HitLine {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const BEFORE = 36;
const AFTER = 140;
const LONGEST_HIT = 160;

/** Cut at spaces where there are some near, never within a character. Line ends within the place found become spaces. */
export function hitLine(doc: DocText, { startUtf16, endUtf16 }: Span): HitLine {
  const from = doc.startOf(doc.paragraphAt(startUtf16));
  const to = doc.endOf(doc.paragraphAt(Math.max(startUtf16, endUtf16 - 1)));
  const isLong = endUtf16 - startUtf16 > LONGEST_HIT;
  const hit = isLong
    ? `${whole(doc.text.slice(startUtf16, startUtf16 + LONGEST_HIT))}…`
    : doc.text.slice(startUtf16, endUtf16);
  const before = doc.text.slice(Math.max(from, startUtf16 - BEFORE), startUtf16);
  const isCut = startUtf16 - BEFORE > from;
  return {
    before: isCut ? `…${whole(before.replace(/^\S{0,12}\s+/u, ''))}` : before,
    hit: hit.replaceAll('\n', ' '),
    after: isLong ? '' : whole(doc.text.slice(endUtf16, Math.min(to, endUtf16 + AFTER))),
  };
}

/** Without half a surrogate pair at either end. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
