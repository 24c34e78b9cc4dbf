import type { ReactNode } from 'react';
import type { Grant } from '#contract/files.ts';
import { useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { restoreBackup } from './restore-backup.ts';
import { TaskDialog } from './TaskDialog.tsx';

export interface RestoreDialogProps {
  readonly grant: Grant;
  readonly onRestored: (project: RegisteredProject) => void;
  readonly onClose: () => void;
  readonly onChooseAnother: () => void;
}

/** Makes a new project of a backup that has been chosen. */
export function RestoreDialog({ grant, onRestored, onClose, onChooseAnother }: RestoreDialogProps): ReactNode {
  const { t } = useTranslation('backups');
  return (
    <TaskDialog
      title={t('restoring', { name: grant.name })}
      failedTitle={t('notRestored', { name: grant.name })}
      run={(options) => restoreBackup(grant.handle, options)}
      onDone={onRestored}
      onClose={onClose}
      instead={{ label: t('chooseAnother'), onPress: onChooseAnother }}
    />
  );
}
