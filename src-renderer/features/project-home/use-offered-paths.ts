import { useEffect, useRef } from 'react';
import { ask, bridge } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';

/** Hears of paths that are given to the app: at the start, by a second start, or dropped on the window. */
export function useOfferedPaths(onOffered: (grants: readonly Grant[]) => void): void {
  const latest = useRef(onOffered);
  useEffect(() => {
    latest.current = onOffered;
  });
  useEffect(() => {
    const offer = (grants: readonly Grant[]): void => {
      if (grants.length > 0) latest.current(grants);
    };
    // Main gives the start-up paths only once, so that coming back to this screen does not offer them again.
    ask(bridge().files.takeStartupPaths()).then(offer, () => undefined);
    return bridge().files.onPathsOffered(offer);
  }, []);
}
