import { useSyncExternalStore } from 'react';
import { useCommandCenter } from './command-context.tsx';
import type { CommandId } from './command-list.ts';

/** The first key of a command as chosen now, `Mod+Shift+K`; empty when it has none. */
export function useKeyOf(id: CommandId): string {
  const center = useCommandCenter();
  return useSyncExternalStore(center.subscribe, () => center.keysOf(id)[0] ?? '');
}

/** Whether it can be done now. */
export function useIsEnabled(id: CommandId): boolean {
  const center = useCommandCenter();
  return useSyncExternalStore(center.subscribe, () => center.isEnabled(id));
}
