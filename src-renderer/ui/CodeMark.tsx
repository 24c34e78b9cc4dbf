import type { CSSProperties, ReactNode } from 'react';
import './CodeMark.css';

export interface MarkProps {
  /** Any CSS colour, e.g. `var(--c-moss)`. */
  color: string;
  /** The second channel beside colour, for people who cannot tell colours apart. */
  series: 'square' | 'round';
  size?: number;
}

/** The small coloured sign before a name. */
export function CodeMark({ color, series, size = 9 }: MarkProps): ReactNode {
  const style = { '--c': color, width: size, height: size } as CSSProperties;
  return <span className={`ui-mark ui-mark-${series}`} style={style} aria-hidden />;
}
