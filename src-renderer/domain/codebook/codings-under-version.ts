import type { CodebookVersion, CodebookVersionId, Coding } from '#domain/project/records.ts';
import { compareText } from './code-tree.ts';

/**
 * How many codings were made under each version, as `versionOfCoding` has it; under null those that are older than all of them.
 *
 * @param versions in any order
 */
export function countCodingsUnder(
  codings: Iterable<Pick<Coding, 'createdAt'>>,
  versions: readonly CodebookVersion[],
): Map<CodebookVersionId | null, number> {
  const latestFirst = versions.toSorted((a, b) => compareText(b.createdAt, a.createdAt));
  const counts = new Map<CodebookVersionId | null, number>();
  for (const { createdAt } of codings) {
    const id = latestFirst.find((version) => version.createdAt <= createdAt)?.id ?? null;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
