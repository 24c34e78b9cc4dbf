import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { ariaShortcut, hasShortcut, type Shortcut } from './shortcut-text.ts';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';
import './Button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  icon: LucideIcon;
  /** What it does: spoken, and shown as its tooltip. */
  label: string;
  shortcut?: Shortcut;
  size?: 'normal' | 'small';
  /** For a button that switches something: whether it is on. */
  isOn?: boolean;
  tooltipPlacement?: TooltipProps['placement'];
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button without a word on it. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, label, shortcut, size = 'normal', isOn, tooltipPlacement, className, ...rest } = props;
  const classes = ['ui-icon-button', size === 'small' && 'ui-icon-button-small', className].filter(Boolean).join(' ');
  return (
    <Tooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      <AriaButton
        {...rest}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        {...(hasShortcut(shortcut) && { 'aria-keyshortcuts': ariaShortcut(shortcut) })}
        aria-label={label}
        className={classes}
      >
        <Icon of={icon} size={size === 'small' ? 14 : 16} />
      </AriaButton>
    </Tooltip>
  );
}
