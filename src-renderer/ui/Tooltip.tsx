import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import { hasShortcut, type Shortcut } from './shortcut-text.ts';
import './Tooltip.css';

export interface TooltipProps {
  text: string;
  /** Empty where there is no key. */
  shortcut?: Shortcut | undefined;
  placement?: AriaTooltipProps['placement'];
  /** One control that can have the focus. */
  children: ReactNode;
}

const DELAY_MS = 400;

/** Says more about a control when the pointer rests on it or the keyboard is there. */
export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={DELAY_MS} closeDelay={0}>
      {children}
      <AriaTooltip className="ui-tooltip" offset={6} placement={placement}>
        {text}
        {hasShortcut(shortcut) && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
