import { useSyncExternalStore } from 'react';
import { useSettings } from '#features/settings/index.ts';
import { usableKeys, type ChosenKeys, type KeysNow } from './chosen-keys.ts';
import { useCommandCenter } from './command-context.tsx';

export interface KeyChoice {
  readonly isMac: boolean;
  readonly now: KeysNow;
  /** What differs from the keys we ship. */
  readonly chosen: ChosenKeys;
  /** In force at once, and kept. */
  readonly choose: (chosen: ChosenKeys) => void;
}

export function useChosenKeys(): KeyChoice {
  const center = useCommandCenter();
  const { settings, change } = useSettings();
  return {
    isMac: center.isMac,
    now: useSyncExternalStore(center.subscribe, () => center.keys),
    chosen: usableKeys(settings.shortcuts, center.isMac),
    choose: (chosen) =>
      change({ shortcuts: Object.fromEntries(Object.entries(chosen).map(([id, keys]) => [id, [...keys]])) }),
  };
}
