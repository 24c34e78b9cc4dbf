import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { afterPaint, useProject, useProjectListener } from '#features/project/index.ts';
import { MemoDesk, type MemoDeskState } from './memo-desk.ts';

const MemoDeskContext = createContext<MemoDesk | null>(null);

export function MemoDeskProvider({ children }: { children: ReactNode }): ReactNode {
  const project = useProject();
  const desk = useMemo(() => new MemoDesk(project), [project]);
  useEffect(() => () => desk.dispose(), [desk]);
  return <MemoDeskContext value={desk}>{children}</MemoDeskContext>;
}

export function useMemoDesk(): MemoDesk {
  const desk = use(MemoDeskContext);
  if (!desk) throw new Error('useMemoDesk needs a MemoDeskProvider around it');
  return desk;
}

/** A part of the desk's state; the component rests while that part stays the same. */
export function useMemoDeskState<T>(select: (state: MemoDeskState) => T): T {
  const desk = useMemoDesk();
  return useSyncExternalStore(desk.subscribe, () => select(desk.snapshot()));
}

/** Counts up whenever memos, or the names and places of what they are on, may have changed; a frame late, as all that is not text. */
export function useMemoVersion(): number {
  const project = useProject();
  const [version, setVersion] = useState(0);
  const wasComplete = useRef(project.areCodingsComplete);
  useProjectListener((change) => {
    const isLoaded = project.areCodingsComplete && !wasComplete.current;
    wasComplete.current = project.areCodingsComplete;
    const isAbout = change?.memos ?? change?.codes ?? change?.codings ?? change?.sources ?? change?.project;
    if (isLoaded || isAbout) afterPaint(() => setVersion((before) => before + 1));
  });
  return version;
}
