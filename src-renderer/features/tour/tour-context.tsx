import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useSettings } from '#features/settings/index.ts';
import { tourSteps, type TourStep } from './tour-steps.ts';

export interface Tour {
  /** The step one is at; null while there is no tour. */
  readonly step: TourStep | null;
  /** From 0. */
  readonly at: number;
  /** From the first step, whether it was taken before or not. */
  readonly begin: () => void;
  /** The same for somebody who has neither taken it nor turned it away. */
  readonly offer: () => void;
  /** The last step ends it. */
  readonly next: () => void;
  readonly back: () => void;
  /** For ever: it does not offer itself again. */
  readonly end: () => void;
  /** For this time: the project was closed. */
  readonly leave: () => void;
}

const TourContext = createContext<Tour | null>(null);

/** One for a window, around everything the tour leads through. */
export function TourProvider({ children }: { children: ReactNode }): ReactNode {
  const { settings, change } = useSettings();
  const [at, setAt] = useState<number | null>(null);
  const { isTourDone } = settings;
  const begin = useCallback(() => setAt(0), []);
  const leave = useCallback(() => setAt(null), []);
  const end = useCallback(() => {
    setAt(null);
    change({ isTourDone: true });
  }, [change]);
  const tour = useMemo<Tour>(
    () => ({
      step: at === null ? null : (tourSteps[at] ?? null),
      at: at ?? 0,
      begin,
      offer: () => {
        if (!isTourDone) begin();
      },
      next: () => {
        if (at !== null && at < tourSteps.length - 1) setAt(at + 1);
        else end();
      },
      back: () => setAt((now) => (now === null ? null : Math.max(0, now - 1))),
      end,
      leave,
    }),
    [at, begin, end, leave, isTourDone],
  );
  return <TourContext value={tour}>{children}</TourContext>;
}

export function useTour(): Tour {
  const tour = use(TourContext);
  if (!tour) throw new Error('useTour needs a TourProvider around it');
  return tour;
}
