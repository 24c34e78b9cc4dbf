import { createContext, use, useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { afterPaint } from '#features/project/index.ts';
import type { CodingSession } from './coding-session.ts';
import type { SessionState } from './session-state.ts';

const SessionContext = createContext<CodingSession | null>(null);

export function SessionProvider({ session, children }: { session: CodingSession; children: ReactNode }): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): CodingSession {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider around it');
  return session;
}

/** A part of the session's state; the component rests while that part stays the same. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  // A frame late: the caret and the highlights are there first.
  const subscribe = useCallback((listener: () => void) => session.subscribe(() => afterPaint(listener)), [session]);
  return useSyncExternalStore(subscribe, () => select(session.snapshot()));
}
