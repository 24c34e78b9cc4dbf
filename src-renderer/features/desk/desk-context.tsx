import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { DeskState } from './desk-state.ts';
import type { Desk } from './desk.ts';

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }): ReactNode {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The texts that lie open: opens sources, goes to passages and back. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider around it');
  return desk;
}

/** A part of what lies open; the component rests while that part stays the same. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => select(desk.snapshot()));
}
