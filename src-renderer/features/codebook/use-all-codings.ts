import { useEffect } from 'react';
import { useProject, useProjectValue } from '#features/project/index.ts';

/** Reads all codings; true once they are there. */
export function useAllCodings(): boolean {
  const project = useProject();
  useEffect(() => {
    project.loadAllCodings(() => Promise.resolve()).catch(() => undefined);
  }, [project]);
  return useProjectValue(({ areCodingsComplete }) => areCodingsComplete);
}
