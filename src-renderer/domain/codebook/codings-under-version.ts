import type { Code, CodebookVersion, CodebookVersionId, CodeId, Coding } from '#domain/project/records.ts';
import { buildCodeTree } from './code-tree.ts';
import { meansTheSame } from './compare-codebooks.ts';
import { definedAtOf } from './date-meaning.ts';
import { twoStates } from './mentions/compare-mentions.ts';
import { compareText } from '../project/compare-text.ts';

/**
 * When codings were made. `under`: while that version was the last one named; null: before there was any. `before`: before
 * a moment, ISO 8601.
 */
export type MadeWhen =
  | { readonly kind: 'under'; readonly versionId: CodebookVersionId | null }
  | { readonly kind: 'before'; readonly time: string };

/** The latest first; of two named in the same millisecond always the same one. */
export function latestFirst<V extends Pick<CodebookVersion, 'id' | 'createdAt'>>(versions: readonly V[]): V[] {
  return versions.toSorted((a, b) => compareText(b.createdAt, a.createdAt) || compareText(a.id, b.id));
}

/**
 * The version a coding was made under: the last one named before it was made; null for a coding older than all of them.
 *
 * @param versions in any order
 */
export function versionOfCoding(
  coding: Pick<Coding, 'createdAt'>,
  versions: readonly CodebookVersion[],
): CodebookVersion | null {
  return versionAt(coding, latestFirst(versions));
}

/**
 * How many codings were made under each version, as `versionOfCoding` has it; under null those that are older than all of them.
 *
 * @param versions in any order
 */
export function countCodingsUnder(
  codings: Iterable<Pick<Coding, 'createdAt'>>,
  versions: readonly CodebookVersion[],
): Map<CodebookVersionId | null, number> {
  const ordered = latestFirst(versions);
  const counts = new Map<CodebookVersionId | null, number>();
  for (const coding of codings) {
    const id = versionAt(coding, ordered)?.id ?? null;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The test for a coding; that of a version which is gone passes none. */
export function isMadeWhen(
  when: MadeWhen,
  versions: readonly CodebookVersion[],
): (coding: Pick<Coding, 'createdAt'>) => boolean {
  if (when.kind === 'before') return ({ createdAt }) => createdAt < when.time;
  const ordered = latestFirst(versions);
  return (coding) => (versionAt(coding, ordered)?.id ?? null) === when.versionId;
}

/**
 * Tells of a code the moment from which on it surely meant what it means in the first of these states; codings that are older
 * may have been made when it was called or described otherwise. Null where the code is not there.
 *
 * @param states from the one asked about back through the versions before it
 */
export function meaningSince(states: readonly (readonly Code[])[]): (id: CodeId) => string | null {
  const trees = states.map((codes) => buildCodeTree(codes));
  const [asked] = trees;
  if (!asked) return () => null;
  const pairs = trees.map((tree) => twoStates(tree, asked));
  return (id) => {
    const code = asked.get(id);
    if (!code) return null;
    let since = definedAtOf(code);
    for (const pair of pairs) {
      const was = pair.earlier.get(id);
      if (!was || !meansTheSame(was, code, pair)) break;
      since = definedAtOf(was);
    }
    return since;
  };
}

function versionAt(
  { createdAt }: Pick<Coding, 'createdAt'>,
  ordered: readonly CodebookVersion[],
): CodebookVersion | null {
  return ordered.find((version) => version.createdAt <= createdAt) ?? null;
}
