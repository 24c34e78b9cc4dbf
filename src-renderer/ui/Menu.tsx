import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  type Key,
  type MenuItemProps as AriaMenuItemProps,
  type PopoverProps,
} from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { ariaShortcut, hasShortcut, type Shortcut } from './shortcut-text.ts';
import './Menu.css';

export interface MenuProps {
  /** What the menu is about, for those who do not see where it hangs. */
  label: string;
  children: ReactNode;
  className?: string;
  /** An entry was chosen, or Escape pressed; needed only where no MenuButton listens. */
  onClose?: () => void;
  /** Whether the first entry has the keyboard at once; a MenuButton sees to that itself. */
  isEntered?: boolean;
}

/** The list itself, without what opens it. */
export function Menu({ label, children, className, isEntered = false, ...rest }: MenuProps): ReactNode {
  const focus = isEntered ? { autoFocus: 'first' as const } : {};
  return (
    <AriaMenu {...rest} {...focus} aria-label={label} className={className ? `ui-menu ${className}` : 'ui-menu'}>
      {children}
    </AriaMenu>
  );
}

export interface MenuButtonProps extends MenuProps {
  /** A Button or IconButton. */
  button: ReactElement;
  placement?: PopoverProps['placement'];
}

/** A button that opens a menu. */
export function MenuButton({ button, placement = 'bottom start', ...menu }: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger>
      {button}
      <Popover className="ui-popover" offset={4} placement={placement}>
        <Menu {...menu} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Pick<
  AriaMenuItemProps,
  'id' | 'onAction' | 'isDisabled' | 'shouldCloseOnSelect'
> {
  icon?: LucideIcon;
  shortcut?: Shortcut;
  /** Removes something. */
  isDangerous?: boolean;
  /** Anything but words needs `textValue` beside it. */
  children: ReactNode;
  textValue?: string;
}

export function MenuItem(props: MenuItemProps): ReactNode {
  const { icon, shortcut, isDangerous = false, children, textValue, ...rest } = props;
  const text = textValue ?? (typeof children === 'string' ? children : '');
  return (
    <AriaMenuItem
      {...rest}
      textValue={text}
      className={isDangerous ? 'ui-menu-item ui-menu-item-danger' : 'ui-menu-item'}
      {...(hasShortcut(shortcut) && { 'aria-keyshortcuts': ariaShortcut(shortcut) })}
    >
      {({ hasSubmenu, selectionMode, isSelected }) => (
        <>
          {selectionMode !== 'none' && (
            <span className="ui-menu-check">{isSelected && <Icon of={Check} size={14} />}</span>
          )}
          {icon && <Icon of={icon} size={14} />}
          <span className="ui-menu-text">{children}</span>
          {hasShortcut(shortcut) && <Kbd keys={shortcut} />}
          {hasSubmenu && <Icon of={ChevronRight} size={14} className="ui-menu-more" />}
        </>
      )}
    </AriaMenuItem>
  );
}

/** An entry that opens a further menu. */
export function Submenu({ item, ...menu }: MenuProps & { item: ReactElement }): ReactNode {
  return (
    <SubmenuTrigger>
      {item}
      <Popover className="ui-popover" offset={-2} crossOffset={-5}>
        <Menu {...menu} />
      </Popover>
    </SubmenuTrigger>
  );
}

export function MenuSeparator(): ReactNode {
  return <Separator className="ui-menu-separator" />;
}

export interface MenuSectionProps {
  title?: string;
  /** For entries that can be on or off: the ids of those that are on, and what is on after a press. */
  checked?: {
    readonly ids: readonly string[];
    readonly isMultiple: boolean;
    readonly onChange: (ids: string[]) => void;
  };
  children: ReactNode;
}

export function MenuSection({ title, checked, children }: MenuSectionProps): ReactNode {
  const selection = checked && {
    selectionMode: checked.isMultiple ? ('multiple' as const) : ('single' as const),
    selectedKeys: checked.ids,
    disallowEmptySelection: !checked.isMultiple,
    onSelectionChange: (keys: 'all' | Set<Key>) => checked.onChange(keys === 'all' ? [] : [...keys].map(String)),
  };
  return (
    <AriaMenuSection {...selection}>
      {title !== undefined && <Header className="ui-menu-header">{title}</Header>}
      {children}
    </AriaMenuSection>
  );
}
