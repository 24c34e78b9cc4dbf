import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coding } from '#domain/project/records.ts';
import { quoteAndContext } from './anchor.ts';
import { CodingEdits, type CodingContent } from './coding-edits.ts';
import { compareCodings } from './coding-index.ts';
import { uniteCodings } from './unite-codings.ts';
import { compareText } from '../project/compare-text.ts';

/**
 * Makes one coding of those that overlap or touch, wherever several of them do: the oldest stays and covers them all, comments
 * are joined, the highest weight counts, and memos on those that go are about it from then on. All are of one source; those
 * that meet no other stay as they are.
 */
export function mergeCodings(
  codings: readonly Coding[],
  text: DocText,
  content: CodingContent,
  environment: Environment,
): Change {
  const edits = new CodingEdits(content.existing, environment);
  const now = environment.now();
  for (const group of groupsToMerge(codings, text)) {
    const [oldest, ...others] = group.toSorted(
      (a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id),
    );
    if (!oldest) continue;
    const startUtf16 = Math.min(...group.map((coding) => coding.startUtf16));
    const endUtf16 = Math.max(...group.map((coding) => coding.endUtf16));
    const anchor = quoteAndContext(text.text, startUtf16, endUtf16);
    const whole = others.reduce((stays, goes) => uniteCodings(stays, goes, now), oldest);
    for (const { id } of others) edits.remove(id, oldest.id);
    edits.put({ ...whole, startUtf16, endUtf16, ...anchor, modifiedAt: now });
  }
  return edits.toChange(content.memos);
}

/** Those that can be one: of one code by one coder in one source, each overlapping or touching the next. Two at the least. */
export function groupsToMerge(codings: readonly Coding[], text: DocText): Coding[][] {
  const groups: Coding[][] = [];
  const open = new Map<string, { readonly group: Coding[]; reach: number }>();
  for (const coding of codings.toSorted(compareCodings)) {
    const kind = `${coding.sourceId} ${coding.codeId} ${coding.coderId}`;
    const before = open.get(kind);
    if (before && coding.startUtf16 <= endOfSpace(text.text, before.reach)) {
      before.group.push(coding);
      before.reach = Math.max(before.reach, coding.endUtf16);
    } else {
      const group = [coding];
      groups.push(group);
      open.set(kind, { group, reach: coding.endUtf16 });
    }
  }
  return groups.filter(({ length }) => length > 1);
}

/**
 * Codings of the same code by the same coder that this one overlaps or touches, in the order of the text. White space
 * within a paragraph is no distance: two sentences coded one after the other touch.
 */
export function overlapsToMerge(coding: Coding, existing: readonly Coding[], text: DocText): Coding[] {
  return existing
    .filter((other) => other.id !== coding.id && groupsToMerge([coding, other], text).length > 0)
    .toSorted(compareCodings);
}

/** Where the white space that begins here ends, at the latest at the end of the line. */
function endOfSpace(text: string, from: number): number {
  const space = /[^\S\n]*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}
