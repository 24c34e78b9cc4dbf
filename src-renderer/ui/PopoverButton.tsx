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
      {/* The dialog has the name. react-aria would give the frame that of the button, too, and axe takes it for loose text. */}
      <Popover className="ui-popover" aria-labelledby="" offset={4} placement="bottom end">
        <Dialog aria-label={label} className={className ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
