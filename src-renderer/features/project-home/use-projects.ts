import { useCallback, useEffect, useState } from 'react';
import { registry } from '#features/project-list/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';

/** All projects, the last opened first; null until they are read, which takes a few milliseconds. */
export function useProjects(): { projects: readonly RegisteredProject[] | null; refresh: () => void } {
  const [projects, setProjects] = useState<readonly RegisteredProject[] | null>(null);
  const refresh = useCallback(() => {
    registry.list().then(setProjects, (error: unknown) =>
      // Without its list the app cannot go on: thrown where the error screen catches it.
      setProjects(() => {
        throw error;
      }),
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { projects, refresh };
}
