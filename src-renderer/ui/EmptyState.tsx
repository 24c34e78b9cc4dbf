import type { ReactNode } from 'react';
import './EmptyState.css';

export interface EmptyStateProps {
  title: string;
  /** What can be done here. */
  children: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
  /** How many strokes stand in the margin of the drawn page. */
  strokes?: 0 | 1 | 2;
}

/** What a list shows while it has nothing: what belongs here, and how it gets here. */
export function EmptyState({ title, children, actions, strokes = 0 }: EmptyStateProps): ReactNode {
  return (
    <div className="ui-empty">
      <div className="ui-empty-page" aria-hidden>
        <i />
        <i />
        <i />
        {strokes > 0 && <u />}
        {strokes > 1 && <u />}
      </div>
      <h3>{title}</h3>
      <p>{children}</p>
      {actions !== undefined && <div className="ui-empty-actions">{actions}</div>}
    </div>
  );
}
