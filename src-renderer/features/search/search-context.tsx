import { createContext, use, useCallback, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useSession } from '#features/coding/index.ts';
import { afterPaint, useProject } from '#features/project/index.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { readMemory } from './search-memory.ts';
import { TextSearch, type SearchState } from './text-search.ts';

const SearchContext = createContext<TextSearch | null>(null);
const MEMORY = 'search';

/** The search of a project, in the text that is at hand. */
export function SearchProvider({ children }: { children: ReactNode }): ReactNode {
  const project = useProject();
  const session = useSession();
  const search = useMemo(
    () =>
      new TextSearch((memory) => {
        if (!project.isReadOnly) saveViewState(project.database, MEMORY, memory).catch(() => undefined);
      }),
    [project],
  );
  useEffect(() => {
    loadViewState(project.database, MEMORY).then(
      (stored) => search.recall(readMemory(stored)),
      () => undefined,
    );
  }, [project, search]);
  useEffect(() => {
    search.follow(session.view);
    const unsubscribe = session.subscribe(() => search.follow(session.view));
    return () => {
      unsubscribe();
      search.follow(null);
    };
  }, [search, session]);
  return <SearchContext value={search}>{children}</SearchContext>;
}

export function useSearch(): TextSearch {
  const search = use(SearchContext);
  if (!search) throw new Error('useSearch needs a SearchProvider around it');
  return search;
}

/** As `useSearchState`, a frame late: marks and count come first, the list of places when there is time. */
export function useSearchStateLate<T>(select: (state: SearchState) => T): T {
  const search = useSearch();
  const subscribe = useCallback((listener: () => void) => search.subscribe(() => afterPaint(listener)), [search]);
  return useSyncExternalStore(subscribe, () => select(search.snapshot()));
}

/** A part of the search's state; the component rests while that part stays the same. */
export function useSearchState<T>(select: (state: SearchState) => T): T {
  const search = useSearch();
  return useSyncExternalStore(search.subscribe, () => select(search.snapshot()));
}
