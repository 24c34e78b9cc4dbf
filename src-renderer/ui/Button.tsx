import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import './Button.css';

/** `solid` for the one thing a screen is for, `line` beside it, `quiet` for the rest, `danger` for what removes. */
export type ButtonLook = 'solid' | 'line' | 'quiet' | 'danger' | 'link';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  look?: ButtonLook;
  size?: 'normal' | 'large';
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'line', size = 'normal', icon, children, className, ...rest }: ButtonProps): ReactNode {
  const classes = ['ui-button', `ui-button-${look}`, size === 'large' && 'ui-button-large', className];
  return (
    <AriaButton {...rest} className={classes.filter(Boolean).join(' ')}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </AriaButton>
  );
}
