import type { ReactNode } from 'react';
import { BackUpDialog, RestoreDialog } from '#features/backups/index.ts';
import { CodebookDialogs, CodeEditor } from '#features/codebook/index.ts';
import { MergeDialog } from '#features/codebook-merge/index.ts';
import { StartingPointsDialog } from '#features/codebook-start/index.ts';
import { NameVersionDialog, VersionsDialog, type MadeAsked } from '#features/codebook-versions/index.ts';
import { CodeHistoryDialog } from '#features/codebook-page/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { ChangeCodingsDialog, CodePalette } from '#features/coding/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import { ImportDialog } from '#features/corpus-import/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { ExportCodebookDialog } from '#features/exports/index.ts';
import { TableImportDialog } from '#features/interchange/index.ts';
import { useProject } from '#features/project/index.ts';
import { SettingsDialog } from '#features/settings/index.ts';
import { t } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { RenameSourceDialog } from './RenameSourceDialog.tsx';
import type { CodeActions } from './use-code-actions.ts';
import type { CodingCommands } from './use-coding-commands.ts';
import type { Question } from './use-questions.ts';
import type { SourceActions } from './use-source-actions.tsx';

export interface DialogsProps {
  readonly codes: CodeActions;
  readonly codings: CodingCommands;
  readonly sources: SourceActions;
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
  readonly onListMade: (asked: MadeAsked) => void;
  readonly onClose: () => void;
}

/** Everything that can lie over the workbench. */
export function Dialogs({ codes, codings, sources, question, onAsk, onListMade, onClose }: DialogsProps): ReactNode {
  const project = useProject();
  const desk = useDesk();
  const center = useCommandCenter();
  return (
    <>
      {codes.palette && (
        <CodePalette
          key={codes.palette.key}
          request={codes.palette.request}
          onPick={(code, keepsOpen) => void codes.pick(code, keepsOpen)}
          onCreate={codes.create}
          onInVivo={codes.pickInVivo}
          onClose={codes.closePalette}
        />
      )}
      {codings.asked && <ChangeCodingsDialog question={codings.asked} onAnswer={codings.answer} />}
      {codes.editing && (
        <CodeEditor code={codes.editing.code} parentId={codes.editing.parentId} onClose={codes.closeEditor} />
      )}
      <CodebookDialogs />
      {sources.renaming && <RenameSourceDialog source={sources.renaming} onClose={sources.closeRename} />}
      {sources.dialog}
      {question?.kind === 'import' && (
        <ImportDialog
          grants={question.grants}
          onClose={() => {
            onClose();
            const [first] = inOrder(project.sources.values());
            if (desk.sourceId === null && first) desk.openSource(first.id);
          }}
        />
      )}
      {question?.kind === 'import-table' && (
        <TableImportDialog
          grant={question.grant}
          onMerge={() => onAsk({ kind: 'merge-codebook', grant: question.grant })}
          onClose={onClose}
        />
      )}
      {question?.kind === 'export-codebook' && <ExportCodebookDialog onClose={onClose} />}
      {question?.kind === 'code-history' && <CodeHistoryDialog codeId={question.codeId} onClose={onClose} />}
      {question?.kind === 'back-up' && <BackUpDialog target={question.target} onClose={onClose} />}
      {question?.kind === 'restore' && (
        <RestoreDialog
          key={question.grant.handle}
          grant={question.grant}
          onRestored={({ name }) => {
            onClose();
            showToast({ message: t('backups:restored', { name }) });
          }}
          onClose={onClose}
          onChooseAnother={() => center.run('openBackup')}
        />
      )}
      {question?.kind === 'name-version' && <NameVersionDialog onClose={onClose} />}
      {question?.kind === 'merge-codebook' && <MergeDialog grant={question.grant} onClose={onClose} />}
      {question?.kind === 'starting-points' && <StartingPointsDialog onClose={onClose} />}
      {question?.kind === 'versions' && (
        <VersionsDialog
          onListCodings={(asked) => {
            onClose();
            onListMade(asked);
          }}
          onClose={onClose}
        />
      )}
      <SettingsDialog isOpen={question?.kind === 'settings'} onClose={onClose} onRun={(id) => center.run(id)} />
    </>
  );
}
