import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './Banner.css';

export interface BannerProps {
  tone: 'danger' | 'warn';
  title: string;
  children: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

/** Something that stays true until it is dealt with, and is read out at once. */
export function Banner({ tone, title, children, actions }: BannerProps): ReactNode {
  return (
    <div className={`ui-banner ui-banner-${tone}`} role="alert">
      <Icon of={tone === 'danger' ? CircleAlert : TriangleAlert} />
      <p>
        <b>{title}</b> {children}
      </p>
      {actions !== undefined && <span className="ui-banner-actions">{actions}</span>}
    </div>
  );
}
