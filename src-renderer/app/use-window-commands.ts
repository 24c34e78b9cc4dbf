import { chooseBackup, chooseBackupTarget } from '#features/backups/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { exportWithDialog } from '#features/exports/index.ts';
import { chooseTable } from '#features/interchange/index.ts';
import { useProject } from '#features/project/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { chooseTextFolder, chooseTexts } from './choose-files.ts';
import { focusNextPane } from './panes.ts';
import type { SidePanelId } from './SidePanels.tsx';
import type { Side } from './use-panels.ts';
import type { Questions } from './use-questions.ts';
import { useTravel } from './use-travel.ts';

const NORMAL_SIZE = 17.5;
const SMALLEST = 12;
const LARGEST = 40;

export interface WindowParts {
  readonly left: Side;
  readonly right: Side;
  readonly questions: Questions;
  readonly showPanel: (id: SidePanelId) => void;
  readonly closeProject: () => void;
}

/** What can be done from anywhere in the window. */
export function useWindowCommands({ left, right, questions, showPanel, closeProject }: WindowParts): void {
  const project = useProject();
  const { settings, change } = useSettings();
  const travel = useTravel();
  const { ask, take } = questions;
  const resize = (size: number): void => change({ readerTextSize: Math.max(SMALLEST, Math.min(LARGEST, size)) });
  const importTable = async (): Promise<void> => {
    const grant = await chooseTable().catch(() => null);
    if (grant) ask({ kind: 'import-table', grant });
  };

  useCommand('undo', () => void travel.undo());
  useCommand('redo', () => void travel.redo());
  useCommand('addSources', () => void chooseTexts().then(take));
  useCommand('addFolder', () => void chooseTextFolder().then(take));
  useCommand('importTable', () => void importTable(), !project.isReadOnly);
  useCommand('nameVersion', () => ask({ kind: 'name-version' }), !project.isReadOnly);
  useCommand('mergeCodebook', () => ask({ kind: 'merge-codebook', grant: null }), !project.isReadOnly);
  useCommand('startingPoints', () => ask({ kind: 'starting-points' }), !project.isReadOnly);
  useCommand('codebookVersions', () => ask({ kind: 'versions' }));
  useCommand('exportCodings', () => void exportWithDialog(project, 'codings'));
  useCommand('exportCodebook', () => void exportWithDialog(project, 'codebook'));
  useCommand('exportCodebookAs', () => ask({ kind: 'export-codebook' }));
  useCommand('exportMemos', () => void exportWithDialog(project, 'memos'));
  useCommand('exportJournal', () => void exportWithDialog(project, 'journal'));
  useCommand('backUp', () => {
    void chooseBackupTarget(project.project.name).then((target) => target && ask({ kind: 'back-up', target }));
  });
  useCommand('openBackup', () => {
    void chooseBackup().then((grant) => grant && ask({ kind: 'restore', grant }));
  });
  useCommand('settings', () => ask({ kind: 'settings' }));
  useCommand('closeProject', closeProject);
  useCommand('toggleLeft', left.toggle);
  useCommand('toggleRight', right.toggle);
  useCommand('largerText', () => resize(settings.readerTextSize + 1));
  useCommand('smallerText', () => resize(settings.readerTextSize - 1));
  useCommand('normalText', () => resize(NORMAL_SIZE));
  useCommand('nextPane', () => focusNextPane(1));
  useCommand('previousPane', () => focusNextPane(-1));
  useCommand('focusMode', () => change({ isFocusMode: !settings.isFocusMode }));
  useCommand('fullTint', () => change({ isFullTint: !settings.isFullTint }));
  useCommand('showPassage', () => showPanel('passage'));
  useCommand('showCodings', () => showPanel('codings'));
  useCommand('showHistory', () => showPanel('history'));
}
