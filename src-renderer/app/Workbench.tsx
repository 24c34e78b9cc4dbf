import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Grant } from '#contract/files.ts';
import { CodingSession, recallGivenCodes, SessionProvider } from '#features/coding/index.ts';
import { DeskProvider, loadDesk, type Desk } from '#features/desk/index.ts';
import { MemoDeskProvider } from '#features/memos/index.ts';
import { ProjectProvider } from '#features/project/index.ts';
import { refreshCounts } from '#features/project-list/index.ts';
import { SearchProvider } from '#features/search/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { ArrangementProvider, RememberedArrangement } from './arrangement-context.tsx';
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
  const opened = useOpened(project, session);
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

  // A few milliseconds: what lay open is read before anything is shown, so that nothing jumps.
  if (!opened) return null;
  return (
    <ProjectProvider project={project}>
      <SessionProvider session={session}>
        <DeskProvider desk={opened.desk}>
          <SearchProvider>
            <MemoDeskProvider>
              <ArrangementProvider arrangement={opened.arrangement}>
                <WorkbenchLayout offered={offered} onClose={onClose} />
              </ArrangementProvider>
            </MemoDeskProvider>
          </SearchProvider>
        </DeskProvider>
      </SessionProvider>
    </ProjectProvider>
  );
}

interface Opened {
  readonly desk: Desk;
  readonly arrangement: RememberedArrangement;
}

/** What lay open and how, as it was left; null while that is being read. */
function useOpened(project: OpenProject, session: CodingSession): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<Desk> => {
      const [desk, arrangement] = await Promise.all([
        loadDesk(project, session),
        RememberedArrangement.load(project),
        recallGivenCodes(project, session),
      ]);
      if (!isGone) setOpened({ desk, arrangement });
      return desk;
    };
    const loading = load();
    return () => {
      isGone = true;
      void loading.then((desk) => desk.dispose());
    };
  }, [project, session]);
  return opened;
}

function nextIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 200 });
  });
}
