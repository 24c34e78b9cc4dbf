import { useCallback, useEffect, useState } from 'react';
import { recountLast, registry } from '#features/project-list/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';

/** All projects, the last opened first; null until they are read, which takes a few milliseconds. */
export function useProjects(): { projects: readonly RegisteredProject[] | null; refresh: () => void } {
  const [projects, setProjects] = useState<readonly RegisteredProject[] | null>(null);
  const refresh = useCallback(() => {
    const show = async (): Promise<void> => {
      setProjects(await registry.list());
      // A project that cannot be counted is none that the list should fail over.
      await recountLast().catch(() => undefined);
      setProjects(await registry.list());
    };
    show().catch((error: unknown) =>
      // Without its list the app cannot go on: thrown where the error screen catches it.
      setProjects(() => {
        throw error;
      }),
    );
  }, []);
  useEffect(refresh, [refresh]);
  return { projects, refresh };
}
