import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { findCodings, sortCodings, type CodingNames, type CodingOrder } from '#domain/coding/coding-list.ts';
import { isMadeWhen, type MadeWhen } from '#domain/codebook/codings-under-version.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { useCodeTree } from '#features/codebook/index.ts';
import { useVersions } from '#features/codebook-versions/index.ts';
import { afterPaint, useProject, useProjectListener } from '#features/project/index.ts';
import { useSessionState } from './session-context.tsx';

/** All codings of the open source, of one code across the corpus, or all there are. */
export type CodingsScope =
  | { readonly kind: 'source' | 'everything' }
  | { readonly kind: 'code'; readonly codeId: CodeId };

/** What one wants to see listed, and how. */
export interface CodingsAsked {
  readonly scope: CodingsScope;
  readonly order: CodingOrder;
  /** Words that are to stand in what is listed; empty for all. */
  readonly words: string;
  /** Under which version of the codebook they were made; null for whenever. */
  readonly made: MadeWhen | null;
}

export const everythingListed: CodingsAsked = { scope: { kind: 'source' }, order: 'place', words: '', made: null };

export interface ListedCodings {
  readonly codings: readonly Coding[];
  /** Without the words that narrow the list. */
  readonly total: number;
}

/** The codings asked for, a moment behind what is typed and done. */
export function useListedCodings({ scope, order, words, made }: CodingsAsked): ListedCodings {
  const project = useProject();
  const versions = useVersions();
  const tree = useCodeTree();
  const sourceId = useSessionState((state) => state.sourceId);
  const [version, setVersion] = useState(0);
  const lookAgain = useCallback(() => setVersion((before) => before + 1), []);
  useProjectListener((change) => {
    if (!change || change.codings || change.codes || change.sources) afterPaint(lookAgain);
  });
  const wanted = useDeferredValue(words);
  const names = useMemo((): CodingNames => {
    const places = new Map(tree.rows.map(({ code }, index) => [code.id, index]));
    return {
      sourceName: (id) => project.sources.get(id)?.name ?? '',
      codeName: (id) => project.codes.get(id)?.name ?? '',
      codePlace: (id) => places.get(id) ?? -1,
      coderName: (id) => project.coders.get(id)?.name ?? '',
    };
  }, [project, tree]);
  const all = useMemo(
    () => {
      const of = scope.kind === 'source' ? (sourceId ? project.codingsOf(sourceId) : []) : project.codings.values();
      const isMade = made && isMadeWhen(made, versions ?? []);
      const asked = [...of].filter(
        (coding) => (scope.kind !== 'code' || coding.codeId === scope.codeId) && (isMade?.(coding) ?? true),
      );
      return sortCodings(asked, order, names);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the project's maps change in place; `version` tells when
    [project, names, scope, made, versions, sourceId, order, version],
  );
  const codings = useMemo(() => findCodings(all, wanted, names), [all, wanted, names]);
  return { codings, total: all.length };
}
