import { Check } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import './StatusRing.css';

/** A ring that fills: empty at 0, full at 1, with a check mark when it is confirmed. Beside it stands what it means. */
export function StatusRing({ share, isChecked = false }: { share: number; isChecked?: boolean }): ReactNode {
  if (isChecked) {
    return (
      <span className="ui-ring ui-ring-full" aria-hidden>
        <Check size={9} strokeWidth={3} />
      </span>
    );
  }
  const state = share <= 0 ? 'empty' : share >= 1 ? 'full' : 'part';
  return (
    <span
      className={`ui-ring ui-ring-${state}`}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
      aria-hidden
    />
  );
}
