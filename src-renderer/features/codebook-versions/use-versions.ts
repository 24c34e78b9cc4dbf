import { useEffect, useMemo, useState } from 'react';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { useCodeTree } from '#features/codebook/index.ts';
import { useProject, useProjectListener } from '#features/project/index.ts';
import { codebookNow } from './codebook-now.ts';

/** The named versions, the latest first, kept fresh; null while they are being read. */
export function useVersions(): readonly CodebookVersion[] | null {
  const project = useProject();
  const [versions, setVersions] = useState<readonly CodebookVersion[] | null>(null);
  useEffect(() => {
    project.loadCodebookVersions().then(setVersions, () => undefined);
  }, [project]);
  useProjectListener((change) => {
    if (change?.codebookVersions) project.loadCodebookVersions().then(setVersions, () => undefined);
  });
  return versions;
}

/** The codebook as it is. */
export function useCodebookNow(): CodebookState {
  const project = useProject();
  const tree = useCodeTree();
  const [changes, setChanges] = useState(0);
  useProjectListener((change) => {
    if (change?.codeSets || change?.project) setChanges((before) => before + 1);
  });
  return useMemo(
    () => ({ ...codebookNow(project), codes: tree.codes() }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the records of the project change in place; `changes` tells when
    [tree, project, changes],
  );
}
