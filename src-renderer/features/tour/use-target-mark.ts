import { useEffect } from 'react';

const MARK = 'data-tour-target';

/** Draws a frame around the first of these that is on screen, also when it is drawn anew. */
export function useTargetMark(targets: readonly string[]): void {
  useEffect(() => {
    let marked: Element | null = null;
    const look = (): void => {
      const found = targets.map((selector) => document.querySelector(selector)).find((element) => element !== null);
      if (found === marked) return;
      marked?.removeAttribute(MARK);
      marked = found ?? null;
      marked?.setAttribute(MARK, '');
    };
    look();
    // Text and panels come and go as one scrolls, opens and closes them.
    const timer = setInterval(look, 300);
    return () => {
      clearInterval(timer);
      marked?.removeAttribute(MARK);
    };
  }, [targets]);
}
