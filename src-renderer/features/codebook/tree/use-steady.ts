import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The same functions at every rendering, which do what those of the last rendering do: for what is rendered only when something
 * of its own is different.
 *
 * @param functions always the same names
 */
export function useSteady<F extends { readonly [name in keyof F]: (...args: never[]) => void }>(functions: F): F {
  const latest = useRef(functions);
  useLayoutEffect(() => {
    latest.current = functions;
  });
  const [steady] = useState(() => {
    const names = Object.keys(functions) as (keyof F)[];
    const entries = names.map((name) => [name, (...args: never[]): void => latest.current[name](...args)]);
    return Object.fromEntries(entries) as F;
  });
  return steady;
}
