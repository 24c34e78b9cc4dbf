import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandButton, useCommandCenter, useKeyOf } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { ariaShortcut, hasShortcut } from '#ui/shortcut-text.ts';

/**
 * A field to look at, a button to press: what one types into is the palette behind it. In a narrower window it says less, at
 * last only its sign is left.
 */
export function JumpButton(): ReactNode {
  const { t } = useTranslation('workbench');
  const { t: commands } = useTranslation('commands');
  const center = useCommandCenter();
  const key = useKeyOf('commandPalette');
  return (
    <>
      <Button
        look="quiet"
        className="jump-button"
        {...(hasShortcut(key) && { 'aria-keyshortcuts': ariaShortcut(key) })}
        onPress={() => center.run('commandPalette')}
      >
        <Icon of={Search} size={14} />
        <span className="jump-button-words">{commands('commandPalette')}</span>
        <span className="jump-button-word">{t('search')}</span>
        {hasShortcut(key) && <Kbd keys={key} />}
      </Button>
      <CommandButton command="commandPalette" icon={Search} className="jump-icon" />
    </>
  );
}
