import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { IconButton, type IconButtonProps } from '#ui/IconButton.tsx';
import { useCommandCenter } from './command-context.tsx';
import type { CommandId } from './command-list.ts';
import { useIsEnabled, useKeyOf } from './use-key-of.ts';

export interface CommandButtonProps extends Pick<
  IconButtonProps,
  'icon' | 'size' | 'isOn' | 'tooltipPlacement' | 'className'
> {
  readonly command: CommandId;
  /** Where the place says more than the command's own words. */
  readonly label?: string;
  /** Where the place knows better than the command whether there is anything to do. */
  readonly isDisabled?: boolean;
}

/** A button for a command: its words and its key as chosen now in the tooltip, grey while it can not be done. */
export function CommandButton({ command, label, isDisabled, ...rest }: CommandButtonProps): ReactNode {
  const center = useCommandCenter();
  const { t } = useTranslation('commands');
  const isEnabled = useIsEnabled(command);
  return (
    <IconButton
      {...rest}
      label={label ?? t(command)}
      shortcut={useKeyOf(command)}
      isDisabled={isDisabled ?? !isEnabled}
      onPress={() => center.run(command)}
    />
  );
}
