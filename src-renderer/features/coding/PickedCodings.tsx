import { Combine, Tag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeyOf } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx';

/** What can be done with the codings that are picked in a list. */
export interface PickedActs {
  readonly remove: () => void;
  readonly recode: () => void;
  readonly merge: () => void;
}

/** Beneath the list, once there are several. */
export function PickedBar({
  count,
  isWritable,
  act,
}: {
  count: number;
  isWritable: boolean;
  act: PickedActs;
}): ReactNode {
  const { t } = useTranslation('coding');
  const buttons = [
    { icon: Tag, label: t('recodePicked'), key: useKeyOf('recodeCoding'), run: act.recode },
    { icon: Combine, label: t('mergePicked'), key: useKeyOf('mergeCodings'), run: act.merge },
    { icon: Trash2, label: t('removePicked', { count }), key: useKeyOf('removeCoding'), run: act.remove },
  ];
  return (
    <div className="codings-picked" role="group" aria-label={t('picked', { count })}>
      <span role="status">{t('picked', { count })}</span>
      {buttons.map(({ icon, label, key, run }) => (
        <IconButton
          key={label}
          icon={icon}
          size="small"
          label={label}
          shortcut={key}
          isDisabled={!isWritable}
          onPress={run}
        />
      ))}
    </div>
  );
}

interface PickedMenuProps {
  readonly at: Point | null;
  readonly count: number;
  readonly isWritable: boolean;
  readonly act: PickedActs & { readonly jump: () => void; readonly example: () => void };
  readonly onClose: () => void;
}

export function PickedMenu({ at, count, isWritable, act, onClose }: PickedMenuProps): ReactNode {
  const { t } = useTranslation('coding');
  const recodeKey = useKeyOf('recodeCoding');
  const mergeKey = useKeyOf('mergeCodings');
  const removeKey = useKeyOf('removeCoding');
  return (
    <ContextMenu at={at} onClose={onClose} label={t('pickedMenu', { count })}>
      <MenuItem shortcut="Enter" onAction={act.jump}>
        {t('selectPassage')}
      </MenuItem>
      <MenuItem shortcut={recodeKey} isDisabled={!isWritable} onAction={act.recode}>
        {count > 1 ? t('recodePicked') : t('recode')}
      </MenuItem>
      <MenuItem isDisabled={!isWritable || count > 1} onAction={act.example}>
        {t('useAsExample')}
      </MenuItem>
      <MenuItem shortcut={mergeKey} isDisabled={!isWritable || count < 2} onAction={act.merge}>
        {t('mergePicked')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous shortcut={removeKey} isDisabled={!isWritable} onAction={act.remove}>
        {t('removePicked', { count })}
      </MenuItem>
    </ContextMenu>
  );
}
