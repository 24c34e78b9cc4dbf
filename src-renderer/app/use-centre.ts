import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Coding } from '#domain/project/records.ts';
import { useSession } from '#features/coding/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import type { CentrePlace } from './arrangement.ts';
import { useArrangement } from './arrangement-context.tsx';

/** What stands in the middle: the texts, or the codebook over them. */
export interface Centre {
  readonly place: CentrePlace;
  /** To a passage in its text, from where "back" leads to the codebook again. */
  readonly jumpTo: (coding: Coding) => void;
}

/** Remembered with the project. Whoever wants to be in a text gets there, from wherever it is asked for. */
export function useCentre(): Centre {
  const desk = useDesk();
  const session = useSession();
  const arrangement = useArrangement();
  const [place, setPlace] = useState(arrangement.value.place);
  const show = useCallback(
    (next: CentrePlace): void => {
      if (arrangement.value.place === next) return;
      arrangement.change({ place: next });
      // At once: what is covered takes no focus, and giving it is what follows.
      flushSync(() => setPlace(next));
    },
    [arrangement],
  );
  const showCodebook = useCallback(() => {
    show('codebook');
    focusCodebook();
  }, [show]);
  const jumpTo = useCallback(
    (coding: Coding): void => {
      const arrived = desk.goTo(coding);
      desk.comeFrom(showCodebook);
      void arrived.then((hasArrived) => hasArrived && session.choose(coding));
    },
    [desk, session, showCodebook],
  );
  useLayoutEffect(() => session.cover(place !== 'text'), [session, place]);
  useEffect(() => desk.onTextWanted(() => show('text')), [desk, show]);
  useCommand('showText', () => desk.focusText());
  useCommand('showCodebook', showCodebook);
  return { place, jumpTo };
}

/** The code at hand on the codebook's page gets the keyboard, as soon as it is there; where there is none, what begins one. */
export function focusCodebook(): void {
  const wanted = ['.codebook-entry[tabindex="0"]', '.codebook-nothing button'];
  requestAnimationFrame(() => {
    const found = wanted.map((selector) => document.querySelector<HTMLElement>(selector));
    found.find((element) => element !== null)?.focus();
  });
}

export function isCodebookShown(): boolean {
  return document.querySelector('.codebook-page') !== null;
}
