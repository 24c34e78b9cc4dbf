import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { MenuItem } from '#ui/Menu.tsx';
import { useCommandCenter } from './command-context.tsx';
import type { CommandId } from './command-list.ts';
import { useIsEnabled, useKeyOf } from './use-key-of.ts';

export interface CommandItemProps {
  readonly command: CommandId;
  readonly icon?: LucideIcon;
  /** Where the place says more than the command's own words. */
  readonly label?: string;
  readonly isDangerous?: boolean;
}

/** A menu entry for a command: its words, its key as chosen now, grey while it can not be done. */
export function CommandItem({ command, label, ...rest }: CommandItemProps): ReactNode {
  const center = useCommandCenter();
  const { t } = useTranslation('commands');
  return (
    <MenuItem
      {...rest}
      shortcut={useKeyOf(command)}
      isDisabled={!useIsEnabled(command)}
      onAction={() => center.run(command)}
    >
      {label ?? t(command)}
    </MenuItem>
  );
}
