import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface IconProps {
  of: LucideIcon;
  /** 16, or 14 in rows. */
  size?: number;
  className?: string;
}

/** A picture beside words; on its own it says nothing to a screen reader. */
export function Icon({ of: Picture, size = 16, className }: IconProps): ReactNode {
  return <Picture size={size} strokeWidth={1.6} absoluteStrokeWidth={false} aria-hidden className={className} />;
}
