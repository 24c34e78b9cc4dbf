import type { ReactNode } from 'react';
import { useProjectValue } from '#features/project/index.ts';
import { CommandItem } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { ContextMenu, type Point } from '#ui/ContextMenu.tsx';
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { useDesk } from './desk-context.tsx';
import type { DeskSide, DeskTab } from './desk-state.ts';

export interface TabMenuProps {
  readonly side: DeskSide;
  readonly tab: DeskTab | null;
  readonly at: Point | null;
  readonly onClose: () => void;
}

/** What can be done with a tab. */
export function TabMenu({ side, tab, at, onClose }: TabMenuProps): ReactNode {
  const desk = useDesk();
  const { t } = useTranslation('desk');
  const name = useProjectValue(({ sources }) => (tab ? sources.get(tab.sourceId)?.name : undefined)) ?? '';
  const { tabs, activeId } = side;
  const place = tabs.findIndex(({ sourceId }) => sourceId === tab?.sourceId);
  const isAlone = tabs.length === 1;
  const act = (run: (chosen: DeskTab) => void) => () => {
    if (tab) run(tab);
  };
  return (
    <ContextMenu at={at} label={t('menu', { name })} onClose={onClose}>
      {tab?.sourceId === activeId ? (
        <CommandItem command="closeTab" />
      ) : (
        <MenuItem shortcut="Delete" onAction={act(({ sourceId }) => desk.tabs.close(side.id, sourceId))}>
          {t('close', { name })}
        </MenuItem>
      )}
      <MenuItem isDisabled={isAlone} onAction={act(({ sourceId }) => desk.tabs.closeOthers(side.id, sourceId))}>
        {t('closeOthers')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        isDisabled={isAlone}
        onAction={act(({ sourceId, isKept }) => desk.tabs.keep(side.id, sourceId, !isKept))}
      >
        {tab?.isKept ? t('doNotKeep') : t('keep')}
      </MenuItem>
      <MenuItem
        shortcut="Mod+Shift+Left"
        isDisabled={place <= 0}
        onAction={act(({ sourceId }) => desk.tabs.reorder(side.id, sourceId, place - 1))}
      >
        {t('moveLeft')}
      </MenuItem>
      <MenuItem
        shortcut="Mod+Shift+Right"
        isDisabled={place === tabs.length - 1}
        onAction={act(({ sourceId }) => desk.tabs.reorder(side.id, sourceId, place + 1))}
      >
        {t('moveRight')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem onAction={act(({ sourceId }) => desk.openSource(sourceId, { where: 'beside' }))}>
        {t('openBeside')}
      </MenuItem>
      <MenuItem
        isDisabled={isAlone && desk.snapshot().sides.length === 1}
        onAction={act(({ sourceId }) => desk.tabs.move(side.id, sourceId))}
      >
        {t('moveToOtherSide')}
      </MenuItem>
    </ContextMenu>
  );
}
