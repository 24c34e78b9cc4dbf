import { createContext, use, useCallback, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Change } from '#domain/history/change.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { afterPaint, holdWhileWriting } from './after-paint.ts';
import { saveBeforeClosing } from './save-before-closing.ts';

const ProjectContext = createContext<OpenProject | null>(null);

/** Around everything that knows the project; the window does not close over what is being written to it. */
export function ProjectProvider({ project, children }: { project: OpenProject; children: ReactNode }): ReactNode {
  useEffect(() => {
    const unsubscribe = project.subscribe(() => holdWhileWriting(project.saveState.kind === 'saving'));
    return () => {
      unsubscribe();
      holdWhileWriting(false);
    };
  }, [project]);
  useEffect(() => saveBeforeClosing({ hasUnsaved: () => project.hasUnsaved, save: () => project.settle() }), [project]);
  return <ProjectContext value={project}>{children}</ProjectContext>;
}

/** The project that is open. */
export function useProject(): OpenProject {
  const project = use(ProjectContext);
  if (!project) throw new Error('useProject needs a ProjectProvider around it');
  return project;
}

/**
 * A value read from the project, kept fresh; a frame late, since what was done shows in the text first. The selector must answer with the same object (or an equal primitive) as long
 * as nothing it reads has changed; only then does the component rest when something else is saved.
 *
 * @param isAwaited says of which changes the value is what somebody is waiting to see: those show with the next frame. Must stay the same.
 */
export function useProjectValue<T>(
  select: (project: OpenProject) => T,
  isAwaited: (change: Change) => boolean = never,
): T {
  const project = useProject();
  const subscribe = useCallback(
    (listener: () => void) =>
      project.subscribe((change) => {
        if (change && isAwaited(change)) listener();
        else afterPaint(listener);
      }),
    [project, isAwaited],
  );
  return useSyncExternalStore(subscribe, () => select(project));
}

const never = (): boolean => false;

/** Runs after every saved change (or with null when only the save state changed), without rendering. */
export function useProjectListener(listener: (change: Change | null) => void): void {
  const project = useProject();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => project.subscribe((change) => latest.current(change)), [project]);
}
