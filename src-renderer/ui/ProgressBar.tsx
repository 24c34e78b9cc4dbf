import type { CSSProperties, ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import './ProgressBar.css';

export interface ProgressBarProps {
  label: string;
  value: number;
  max: number;
  /** What has been reached, in words: "9 of 14, Closing time.txt". */
  detail: string;
  /** At the end of the line: how long it will take. */
  estimate?: string | undefined;
}

export function ProgressBar({ label, value, max, detail, estimate }: ProgressBarProps): ReactNode {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <AriaProgressBar aria-label={label} value={value} maxValue={Math.max(max, 1)} valueLabel={detail}>
      <div className="ui-progress-track">
        <div className="ui-progress-fill" style={{ '--share': share } as CSSProperties} />
      </div>
      <div className="ui-progress-words number">
        <span className="truncated">{detail}</span>
        {estimate !== undefined && <span className="ui-progress-estimate">{estimate}</span>}
      </div>
    </AriaProgressBar>
  );
}
