import { useEffect, useMemo } from 'react';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import { countCodingsUnder, meaningSince } from '#domain/codebook/codings-under-version.ts';
import { meaningFields } from '#domain/codebook/compare-codebooks.ts';
import type { CodebookVersion, CodebookVersionId, CodeId } from '#domain/project/records.ts';
import { pause } from '#features/exports/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import type { Difference } from './difference-text.ts';

/** Reads all codings; false until they are there. */
export function useHasAllCodings(): boolean {
  const project = useProject();
  useEffect(() => {
    project.loadAllCodings(pause).catch(() => undefined);
  }, [project]);
  return useProjectValue(({ areCodingsComplete }) => areCodingsComplete);
}

/** How many codings were made under each version, under null before there was any; null while they are being read. */
export function useCodingsUnder(
  versions: readonly CodebookVersion[],
): ReadonlyMap<CodebookVersionId | null, number> | null {
  const project = useProject();
  const isComplete = useHasAllCodings();
  return useMemo(
    () => (isComplete ? countCodingsUnder(project.codings.values(), versions) : null),
    [project, versions, isComplete],
  );
}

/** Codings that were made before their code came to mean what it does. */
export interface OlderCodings {
  readonly count: number;
  /** ISO 8601. */
  readonly before: string;
}

/**
 * Of each code that was described otherwise, the codings that are older than that.
 *
 * @param states the one compared with an earlier one, then the versions before it, the latest first
 */
export function useOlderCodings(
  differences: readonly Difference[],
  states: readonly CodebookState[],
): ReadonlyMap<CodeId, OlderCodings> {
  const project = useProject();
  const isComplete = useHasAllCodings();
  return useMemo(() => {
    const older = new Map<CodeId, { count: number; readonly before: string }>();
    if (!isComplete) return older;
    const maps = states.map(({ codes }) => new Map(codes.map((code) => [code.id, code])));
    for (const difference of differences) {
      if (difference.kind !== 'redefined') continue;
      const before = meaningSince(difference.code.id, maps);
      const isOtherwise = difference.fields.some(({ field }) => meaningFields.includes(field));
      if (isOtherwise && before !== null) older.set(difference.code.id, { count: 0, before });
    }
    if (older.size === 0) return older;
    for (const { codeId, createdAt } of project.codings.values()) {
      const entry = older.get(codeId);
      if (entry && createdAt < entry.before) entry.count++;
    }
    return older;
  }, [project, differences, states, isComplete]);
}
