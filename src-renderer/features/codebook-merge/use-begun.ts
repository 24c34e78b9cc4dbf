import { useEffect, useRef } from 'react';

/** Runs something once, when the component has come. */
export function useBegun(begin: () => void): void {
  const isBegun = useRef(false);
  const latest = useRef(begin);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    latest.current();
  }, []);
}
