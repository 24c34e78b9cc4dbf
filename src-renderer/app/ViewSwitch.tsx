import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useCommandCenter, useKeyOf, type CommandId } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ariaShortcut, hasShortcut } from '#ui/shortcut-text.ts';
import { Tooltip } from '#ui/Tooltip.tsx';
import type { CentrePlace } from './arrangement.ts';

const views = [
  { id: 'text', command: 'showText', words: 'read' },
  { id: 'codebook', command: 'showCodebook', words: 'codebook' },
] as const satisfies readonly { id: CentrePlace; command: CommandId; words: string }[];

/** What stands in the middle of the window. */
export function ViewSwitch({ place }: { place: CentrePlace }): ReactNode {
  const { t } = useTranslation('workbench');
  const center = useCommandCenter();
  return (
    <ToggleButtonGroup
      className="view-switch"
      aria-label={t('viewSwitch')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[place]}
      onSelectionChange={([chosen]) => {
        const view = views.find(({ id }) => id === chosen);
        if (view) center.run(view.command);
      }}
    >
      {views.map(({ id, command, words }) => (
        <View key={id} id={id} command={command} words={t(words)} />
      ))}
    </ToggleButtonGroup>
  );
}

function View({ id, command, words }: { id: CentrePlace; command: CommandId; words: string }): ReactNode {
  const { t } = useTranslation('commands');
  const key = useKeyOf(command);
  return (
    <Tooltip text={t(command)} shortcut={key}>
      <ToggleButton
        id={id}
        className="view-choice"
        {...(hasShortcut(key) && { 'aria-keyshortcuts': ariaShortcut(key) })}
      >
        {words}
      </ToggleButton>
    </Tooltip>
  );
}
