import { ChevronsUpDown, PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useProjectValue } from '#features/project/index.ts';
import { findSentence, useTranslation } from '#i18n/index.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { Mark } from './Mark.tsx';

export interface TitleBarActions {
  readonly addSources: () => void;
  readonly addFolder: () => void;
  readonly importTable: () => void;
  readonly exportCodings: () => void;
  readonly exportCodebook: () => void;
  readonly showSettings: () => void;
  readonly closeProject: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly toggleLeft: () => void;
  readonly toggleRight: () => void;
}

export interface TitleBarProps {
  readonly actions: TitleBarActions;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
}

/** The window's bar: the project's menu, undo and redo, the panels. */
export function TitleBar({ actions, isLeftOpen, isRightOpen }: TitleBarProps): ReactNode {
  const { t } = useTranslation('workbench');
  const name = useProjectValue(({ project }) => project.name);
  const nextUndo = useProjectValue((project) => project.nextUndo);
  const nextRedo = useProjectValue((project) => project.nextRedo);
  return (
    <header className="title-bar">
      <IconButton
        icon={PanelLeft}
        label={t('toggleLeft')}
        shortcut="Mod+B"
        isOn={isLeftOpen}
        onPress={actions.toggleLeft}
      />
      <MenuButton
        label={t('projectMenu')}
        button={
          <Button look="quiet" className="project-button" aria-label={t('projectMenuOf', { name })}>
            <Mark />
            <span className="project-name">{name}</span>
            <Icon of={ChevronsUpDown} size={14} />
          </Button>
        }
      >
        <MenuItem shortcut="Mod+I" onAction={actions.addSources}>
          {t('addSources')}
        </MenuItem>
        <MenuItem shortcut="Mod+Shift+I" onAction={actions.addFolder}>
          {t('addFolder')}
        </MenuItem>
        <MenuItem onAction={actions.importTable}>{t('importTable')}</MenuItem>
        <MenuSeparator />
        <MenuItem shortcut="Mod+E" onAction={actions.exportCodings}>
          {t('exportCodings')}
        </MenuItem>
        <MenuItem shortcut="Mod+Shift+E" onAction={actions.exportCodebook}>
          {t('exportCodebook')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem shortcut="Mod+," onAction={actions.showSettings}>
          {t('settings')}
        </MenuItem>
        <MenuItem shortcut="Mod+W" onAction={actions.closeProject}>
          {t('closeProject')}
        </MenuItem>
      </MenuButton>
      <span className="space" />
      <IconButton
        icon={Undo2}
        label={nextUndo ? t('undoStep', { step: stepText(nextUndo) }) : t('nothingToUndo')}
        shortcut="Mod+Z"
        isDisabled={nextUndo === null}
        onPress={actions.undo}
      />
      <IconButton
        icon={Redo2}
        label={nextRedo ? t('redoStep', { step: stepText(nextRedo) }) : t('nothingToRedo')}
        shortcut="Mod+Shift+Z"
        isDisabled={nextRedo === null}
        onPress={actions.redo}
      />
      <IconButton
        icon={PanelRight}
        label={t('toggleRight')}
        shortcut="Mod+."
        isOn={isRightOpen}
        onPress={actions.toggleRight}
      />
      <span className="window-controls" />
    </header>
  );
}

/** What a step did, in words; its bare key where a later Postil wrote one we do not know. */
export function stepText({ key, params }: Label): string {
  return findSentence(`history:${key}`, params) ?? key;
}
