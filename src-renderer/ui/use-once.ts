import { useRef } from 'react';

/**
 * Runs what a dialog is for once, however often its key or button is pressed before it is gone. `run` answers whether it was
 * done; what was declined, or failed, can be tried again.
 */
export function useOnce(run: () => Promise<boolean>): () => void {
  const isTaken = useRef(false);
  return () => {
    if (isTaken.current) return;
    isTaken.current = true;
    const settle = (isDone: boolean): void => {
      isTaken.current = isDone;
    };
    // What could not be written is told by the status line.
    run().then(settle, () => settle(false));
  };
}
