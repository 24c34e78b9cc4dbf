import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import './Menu.css';

export interface PopoverButtonProps {
  /** What opens it: a Button or IconButton. */
  button: ReactElement;
  /** What it is, for those who do not see where it hangs. */
  label: string;
  children: ReactNode;
  className?: string;
}

/** A button that opens a few controls, which take effect while it stays open. */
export function PopoverButton({ button, label, children, className }: PopoverButtonProps): ReactNode {
  return (
    <DialogTrigger>
      {button}
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog aria-label={label} className={className ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
