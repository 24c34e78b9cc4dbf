import { useEffect, useMemo, type ReactNode } from 'react';
import type { Grant } from '#contract/files.ts';
import { CodingSession, SessionProvider } from '#features/coding/index.ts';
import { CommandProvider } from '#features/commands/index.ts';
import { ProjectProvider } from '#features/project/index.ts';
import { refreshCounts } from '#features/project-list/index.ts';
import { SearchProvider } from '#features/search/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { WorkbenchLayout } from './WorkbenchLayout.tsx';
import './workbench.css';

export interface WorkbenchProps {
  readonly registered: RegisteredProject;
  readonly project: OpenProject;
  /** What was chosen to be imported at once. */
  readonly offered: readonly Grant[];
  readonly onClose: () => void;
}

const REFRESH_AFTER_MS = 1_500;

/** An open project: its session, and the counts that the welcome screen will show of it. */
export function Workbench({ registered, project, offered, onClose }: WorkbenchProps): ReactNode {
  const session = useMemo(() => new CodingSession(project), [project]);
  useEffect(() => {
    // The first screen comes first; counts and lists of the whole project when there is time.
    const idle = requestIdleCallback(() => {
      project.loadAllCodings(nextIdle).catch(() => undefined);
    });
    return () => cancelIdleCallback(idle);
  }, [project]);

  useEffect(() => {
    let timer = 0;
    const unsubscribe = project.subscribe((change) => {
      if (!change) return;
      clearTimeout(timer);
      timer = window.setTimeout(
        () => void refreshCounts(registered.id, project).catch(() => undefined),
        REFRESH_AFTER_MS,
      );
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [project, registered.id]);

  useEffect(() => () => session.dispose(), [session]);

  return (
    <ProjectProvider project={project}>
      <SessionProvider session={session}>
        <CommandProvider>
          <SearchProvider>
            <WorkbenchLayout offered={offered} onClose={onClose} />
          </SearchProvider>
        </CommandProvider>
      </SessionProvider>
    </ProjectProvider>
  );
}

function nextIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 200 });
  });
}
