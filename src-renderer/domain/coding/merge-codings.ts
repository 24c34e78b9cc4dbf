import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coding } from '#domain/project/records.ts';
import { quoteAndContext } from './anchor.ts';
import { CodingEdits, type CodingContent } from './coding-edits.ts';
import { compareCodings } from './coding-index.ts';
import { uniteCodings } from './unite-codings.ts';

/**
 * Makes one coding of several that overlap or touch: the oldest stays and covers them all, comments are joined, the highest
 * weight counts, and memos on those that go are about it from then on. Nothing where they cannot be one.
 */
export function mergeCodings(
  codings: readonly Coding[],
  text: DocText,
  content: CodingContent,
  environment: Environment,
): Change {
  const [oldest, ...others] = codings.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
  if (!oldest || others.length === 0 || !canMerge(codings, text)) return {};
  const now = environment.now();
  const startUtf16 = Math.min(...codings.map((coding) => coding.startUtf16));
  const endUtf16 = Math.max(...codings.map((coding) => coding.endUtf16));
  const anchor = quoteAndContext(text.text, startUtf16, endUtf16);
  const whole = others.reduce((stays, goes) => uniteCodings(stays, goes, now), oldest);
  const edits = new CodingEdits(content.existing, environment);
  for (const { id } of others) edits.remove(id, oldest.id);
  edits.put({ ...whole, startUtf16, endUtf16, ...anchor, modifiedAt: now });
  return edits.toChange(content.memos);
}

/** Whether they are of one code by one coder in one source and hang together, each by overlapping or touching the next. */
export function canMerge(codings: readonly Coding[], text: DocText): boolean {
  const [first, ...rest] = codings.toSorted(compareCodings);
  if (!first || rest.length === 0) return false;
  let reach = first.endUtf16;
  return rest.every((coding) => {
    const hangsOn = isAlike(first, coding) && coding.startUtf16 <= endOfSpace(text.text, reach);
    reach = Math.max(reach, coding.endUtf16);
    return hangsOn;
  });
}

/**
 * Codings of the same code by the same coder that this one overlaps or touches, in the order of the text. White space
 * within a paragraph is no distance: two sentences coded one after the other touch.
 */
export function overlapsToMerge(coding: Coding, existing: readonly Coding[], text: DocText): Coding[] {
  return existing
    .filter((other) => other.id !== coding.id && isAlike(coding, other) && canMerge([coding, other], text))
    .toSorted(compareCodings);
}

function isAlike(a: Coding, b: Coding): boolean {
  return a.codeId === b.codeId && a.coderId === b.coderId && a.sourceId === b.sourceId;
}

/** Where the white space that begins here ends, at the latest at the end of the line. */
function endOfSpace(text: string, from: number): number {
  const space = /[^\S\n]*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
