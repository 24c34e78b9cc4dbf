import { useRef } from 'react';

/** On a dialog that has its answer and is gone in a moment: keys that come after it are not for it any more. */
export const ANSWERED = 'data-answered';

/**
 * Runs what a dialog is for once, however often its key or button is pressed before it is gone. `run` answers whether it was
 * done; what was declined, or failed, can be tried again.
 */
export function useOnce<A extends readonly unknown[]>(run: (...asked: A) => Promise<boolean>): (...asked: A) => void {
  const isTaken = useRef(false);
  return (...asked) => {
    if (isTaken.current) return;
    isTaken.current = true;
    const dialog = document.activeElement?.closest('[role=dialog], [role=alertdialog]');
    dialog?.setAttribute(ANSWERED, '');
    const settle = (isDone: boolean): void => {
      isTaken.current = isDone;
      if (!isDone) dialog?.removeAttribute(ANSWERED);
    };
    // What could not be written is told by the status line.
    run(...asked).then(settle, () => settle(false));
  };
}
