import { useCallback, useReducer, useSyncExternalStore } from 'react';
import type { CentrePlace } from './arrangement.ts';
import { useArrangement } from './arrangement-context.tsx';

/** Below these widths the inspector, then the left side too, lie over the page as drawers. The text is the last to change. */
const DOCKED_INSPECTOR = '(min-width: 1180px)';
const DOCKED_LEFT = '(min-width: 940px)';

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

export function useDocking(): { isInspectorDocked: boolean; isLeftDocked: boolean } {
  return { isInspectorDocked: useMedia(DOCKED_INSPECTOR), isLeftDocked: useMedia(DOCKED_LEFT) };
}

/** Whether someone has chosen the colours of all programs. */
export function useIsForcedColors(): boolean {
  return useMedia('(forced-colors: active)');
}

export function useIsDark(theme: 'system' | 'light' | 'dark'): boolean {
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'system' ? isSystemDark : theme === 'dark';
}

/** A side of the workbench: whether it is to be seen. */
export interface Side {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly toggle: () => void;
}

/**
 * Whether a side of the workbench is to be seen. Beside the page it is there until it is closed; as a drawer it would cover
 * the text, so in a narrow window it is there only when asked for. Both are remembered; the right side for the codebook apart.
 */
export function useSide(side: 'Left' | 'Right', isDocked: boolean, place: CentrePlace): Side {
  const arrangement = useArrangement();
  const docked = side === 'Right' && place === 'codebook' ? 'isRightBesideCodebookOpen' : (`is${side}Open` as const);
  const key = isDocked ? docked : (`is${side}DrawerOpen` as const);
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const set = (isOpen: boolean): void => {
    arrangement.change({ [key]: isOpen });
    rerender();
  };
  const isOpen = arrangement.value[key];
  return { isOpen, open: () => set(true), toggle: () => set(!isOpen) };
}
