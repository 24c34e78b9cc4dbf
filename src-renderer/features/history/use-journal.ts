import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { afterPaint, useProject } from '#features/project/index.ts';
import { JournalView, type JournalSnapshot } from './journal-view.ts';

/** The journal while somebody looks at it: read in the background, kept up to date after every step. */
export function useJournal(): { snapshot: JournalSnapshot; labelOf: JournalView['labelOf'] } {
  const project = useProject();
  const view = useMemo(() => new JournalView(project), [project]);
  useEffect(() => {
    const refresh = (): void => void view.refresh().catch(() => undefined);
    const unsubscribe = project.subscribe((change) => change && afterPaint(refresh));
    view.load(whenIdle).catch(() => undefined);
    return () => {
      unsubscribe();
      view.close();
    };
  }, [project, view]);
  return { snapshot: useSyncExternalStore(view.subscribe, view.snapshot), labelOf: view.labelOf };
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 200 });
  });
}
