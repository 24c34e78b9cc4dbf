import { useRef, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import { Menu, type MenuProps } from './Menu.tsx';

/** In CSS pixels of the window. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ContextMenuProps extends Omit<MenuProps, 'onClose'> {
  /** Where it hangs; null while it is closed. */
  at: Point | null;
  onClose: () => void;
}

/** A menu at a point: open it from `onContextMenu`, which the menu key and Shift+F10 raise too. */
export function ContextMenu({ at, onClose, ...menu }: ContextMenuProps): ReactNode {
  // A popover wants an element to hang on; which one makes no difference, since the rectangle is given.
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} hidden />
      <Popover
        className="ui-popover"
        aria-label={menu.label}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        triggerRef={anchor}
        getTargetRect={() => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0)}
        // To the side it is moved up or down until all of it shows; below a point it would get what is left there, and scroll.
        placement="right top"
        offset={0}
      >
        <Menu {...menu} isEntered onClose={onClose} />
      </Popover>
    </>
  );
}

/** Where a context menu belongs: at the pointer, or beneath the focused element when it was asked for by keyboard. */
export function pointOf(event: { clientX: number; clientY: number; currentTarget: Element }): Point {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  return { x: left + 16, y: bottom };
}
