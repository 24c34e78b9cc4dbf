import { ChevronsUpDown, PanelLeft, PanelRight, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CommandButton, CommandItem } from '#features/commands/index.ts';
import { stepText } from '#features/history/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { MenuButton, MenuSection, MenuSeparator } from '#ui/Menu.tsx';
import type { CentrePlace } from './arrangement.ts';
import { JumpButton } from './JumpButton.tsx';
import { Mark } from './Mark.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

export interface TitleBarProps {
  readonly place: CentrePlace;
  readonly isLeftOpen: boolean;
  readonly isRightOpen: boolean;
}

/** The window's bar: the project's menu, what stands in the middle, undo and redo, the panels. */
export function TitleBar({ place, isLeftOpen, isRightOpen }: TitleBarProps): ReactNode {
  const { t } = useTranslation('workbench');
  const name = useProjectValue(({ project }) => project.name);
  const nextUndo = useProjectValue((project) => project.nextUndo);
  const nextRedo = useProjectValue((project) => project.nextRedo);
  return (
    <header className="title-bar">
      <CommandButton command="toggleLeft" icon={PanelLeft} isOn={isLeftOpen} />
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
        <CommandItem command="addSources" />
        <CommandItem command="addFolder" />
        <CommandItem command="importTable" />
        <MenuSeparator />
        <CommandItem command="newProjectMemo" />
        <MenuSeparator />
        <CommandItem command="startingPoints" />
        <CommandItem command="nameVersion" />
        <CommandItem command="codebookVersions" />
        <CommandItem command="mergeCodebook" />
        <MenuSeparator />
        <CommandItem command="exportCodings" />
        <CommandItem command="exportCodebook" />
        <CommandItem command="exportCodebookAs" />
        <CommandItem command="exportMemos" />
        <CommandItem command="exportJournal" />
        <CommandItem command="print" />
        <MenuSeparator />
        <CommandItem command="backUp" />
        <CommandItem command="openBackup" />
        <MenuSeparator />
        <CommandItem command="settings" />
        <CommandItem command="closeProject" />
        <MenuSeparator />
        <MenuSection title={t('help')}>
          <CommandItem command="shortcuts" />
          <CommandItem command="tour" />
        </MenuSection>
      </MenuButton>
      <ViewSwitch place={place} />
      <span className="space" />
      <JumpButton />
      <CommandButton
        command="undo"
        icon={Undo2}
        label={nextUndo ? t('undoStep', { step: stepText(nextUndo) }) : t('nothingToUndo')}
        isDisabled={nextUndo === null}
      />
      <CommandButton
        command="redo"
        icon={Redo2}
        label={nextRedo ? t('redoStep', { step: stepText(nextRedo) }) : t('nothingToRedo')}
        isDisabled={nextRedo === null}
      />
      <CommandButton command="toggleRight" icon={PanelRight} isOn={isRightOpen} />
      <span className="window-controls" />
    </header>
  );
}
