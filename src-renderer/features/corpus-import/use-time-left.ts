import { useEffect, useRef, useState } from 'react';

const SHOWN_AFTER_MS = 2000;

/** How long the rest will take at the pace so far, in milliseconds; null during the first two seconds. */
export function useTimeLeft(finished: number, total: number): number | null {
  const startedAt = useRef(0);
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef({ finished, total });
  useEffect(() => {
    latest.current = { finished, total };
  }, [finished, total]);
  useEffect(() => {
    startedAt.current = performance.now();
    const timer = setInterval(() => {
      const elapsed = performance.now() - startedAt.current;
      const { finished: done, total: all } = latest.current;
      if (elapsed >= SHOWN_AFTER_MS && done > 0) setLeft((elapsed / done) * (all - done));
    }, 500);
    return () => clearInterval(timer);
  }, []);
  return left;
}
