import type { ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { deleteProject } from '#features/project-list/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { showToast } from '#ui/Toast.tsx';

export interface DeleteProjectDialogProps {
  project: RegisteredProject;
  onDeleted: () => void;
  onClose: () => void;
}

/** Deleting a project is the one thing that cannot be undone, so it says in numbers what goes. */
export function DeleteProjectDialog({ project, onDeleted, onClose }: DeleteProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const { t: common } = useTranslation('common');
  const { name, sources, codes, codings } = project;
  const isEmpty = sources + codes + codings === 0;
  const counts = {
    sources: common('sources', { count: sources }),
    codes: common('codes', { count: codes }),
    codings: common('codings', { count: codings }),
  };
  const remove = async (): Promise<void> => {
    try {
      await deleteProject(project);
      showToast({ message: t('deleted', { name }) });
    } catch (error) {
      showToast({ message: problemText(problemOf(error)) });
    }
    onDeleted();
  };
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('deleteTitle', { name })}
      confirmLabel={t('deleteConfirm')}
      cancelLabel={common('cancel')}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      {isEmpty ? t('deleteNothing') : t('deleteText', counts)}
    </ConfirmDialog>
  );
}
