import { useEffect, useMemo } from 'react';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import { countCodingsUnder, meaningSince } from '#domain/codebook/codings-under-version.ts';
import { isMeaningChange } from '#domain/codebook/compare-codebooks.ts';
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
  readonly codeId: CodeId;
  readonly name: string;
  readonly count: number;
  /** ISO 8601. */
  readonly before: string;
}

/**
 * Of each code that was called or described otherwise, the codings that are older than that, once: by the last difference that
 * tells of it.
 *
 * @param states the one compared with an earlier one, then the versions before it, the latest first
 */
export function useOlderCodings(
  differences: readonly Difference[],
  states: readonly CodebookState[],
): ReadonlyMap<Difference, OlderCodings> {
  const project = useProject();
  const isComplete = useHasAllCodings();
  return useMemo(() => {
    if (!isComplete) return new Map();
    const sinceOf = meaningSince(states.map(({ codes }) => codes));
    const older = new Map<CodeId, { by: Difference; name: string; before: string; count: number }>();
    for (const by of differences) {
      if (!('code' in by) || !isMeaningChange(by)) continue;
      const before = older.get(by.code.id)?.before ?? sinceOf(by.code.id);
      if (before !== null) older.set(by.code.id, { by, name: by.code.name, before, count: 0 });
    }
    if (older.size === 0) return new Map();
    for (const { codeId, createdAt } of project.codings.values()) {
      const entry = older.get(codeId);
      if (entry && createdAt < entry.before) entry.count++;
    }
    return new Map([...older].map(([codeId, { by, ...entry }]) => [by, { codeId, ...entry }]));
  }, [project, differences, states, isComplete]);
}
