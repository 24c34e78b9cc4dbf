import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { findCodings, sortCodings, type CodingNames, type CodingOrder } from '#domain/coding/coding-list.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { useCodeTree } from '#features/codebook/index.ts';
import { afterPaint, useProject, useProjectListener } from '#features/project/index.ts';
import { useSessionState } from './session-context.tsx';

/** All codings of the open source, or of one code across the corpus. */
export type CodingsScope = { readonly kind: 'source' } | { readonly kind: 'code'; readonly codeId: CodeId };

/** What one wants to see listed, and how. */
export interface CodingsAsked {
  readonly scope: CodingsScope;
  readonly order: CodingOrder;
  /** Words that are to stand in what is listed; empty for all. */
  readonly words: string;
}

export const everythingListed: CodingsAsked = { scope: { kind: 'source' }, order: 'place', words: '' };

export interface ListedCodings {
  readonly codings: readonly Coding[];
  /** Without the words that narrow the list. */
  readonly total: number;
}

/** The codings asked for, a moment behind what is typed and done. */
export function useListedCodings({ scope, order, words }: CodingsAsked): ListedCodings {
  const project = useProject();
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
      const { kind } = scope;
      if (kind === 'source') return sortCodings(sourceId ? project.codingsOf(sourceId) : [], order, names);
      const ofCode = [...project.codings.values()].filter(({ codeId }) => codeId === scope.codeId);
      return sortCodings(ofCode, order, names);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the project's maps change in place; `version` tells when
    [project, names, scope, sourceId, order, version],
  );
  const codings = useMemo(() => findCodings(all, wanted, names), [all, wanted, names]);
  return { codings, total: all.length };
}
