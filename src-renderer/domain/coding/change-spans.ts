import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coding, CodingId } from '#domain/project/records.ts';
import { quoteAndContext } from './anchor.ts';
import { CodingEdits, type CodingContent } from './coding-edits.ts';
import { isSameSpan, trimSpan, type Span } from './span.ts';

/**
 * Puts a coding on another span, with its quote and context renewed. Where that makes it identical with another coding, the
 * two are united and the other stays.
 *
 * @param span `[start, end)` in UTF-16 units
 * @throws RangeError for a span that is empty or not in the text
 */
export function resizeCoding(
  coding: Coding,
  span: Span,
  text: DocText,
  content: CodingContent,
  environment: Environment,
): Change {
  const { startUtf16, endUtf16 } = span;
  if (startUtf16 < 0 || endUtf16 <= startUtf16 || endUtf16 > text.text.length) {
    throw new RangeError(`no span of this text: ${startUtf16} to ${endUtf16}`);
  }
  if (isSameSpan(span, coding)) return {};
  const edits = new CodingEdits(content.existing, environment);
  edits.put(onSpan(coding, span, text, environment));
  return edits.toChange(content.memos);
}

/**
 * Makes two codings of one, without the white space at the cut. Comment and weight go to both, so that either half can be
 * removed or moved without losing them; memos of their own stay with the first. Nothing where there is nothing to cut off.
 *
 * @param at in UTF-16 units of the text
 */
export function splitCoding(
  coding: Coding,
  at: number,
  text: DocText,
  content: CodingContent,
  environment: Environment,
): Change {
  const halves = halvesAt(coding, at, text);
  if (!halves) return {};
  const edits = new CodingEdits(content.existing, environment);
  edits.put(onSpan(coding, halves[0], text, environment));
  const id = environment.newId() as CodingId;
  edits.put({ ...onSpan(coding, halves[1], text, environment), id, createdAt: environment.now() });
  return edits.toChange(content.memos);
}

/** The two spans a coding would be cut into; null where one of them would hold nothing. */
export function halvesAt({ startUtf16, endUtf16 }: Span, at: number, text: DocText): readonly [Span, Span] | null {
  if (at <= startUtf16 || at >= endUtf16) return null;
  const first = trimSpan(text.text, { startUtf16, endUtf16: at });
  const second = trimSpan(text.text, { startUtf16: at, endUtf16 });
  return first && second && [first, second];
}

/** The coding as it will stand on another span. */
function onSpan(coding: Coding, { startUtf16, endUtf16 }: Span, text: DocText, environment: Environment): Coding {
  const anchor = quoteAndContext(text.text, startUtf16, endUtf16);
  return { ...coding, startUtf16, endUtf16, ...anchor, modifiedAt: environment.now() };
}
