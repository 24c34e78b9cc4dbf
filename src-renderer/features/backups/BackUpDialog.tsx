import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { bridge } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import { useProject } from '#features/project/index.ts';
import { formatFileSize, useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { TaskDialog } from './TaskDialog.tsx';
import { exportBackup, type WrittenBackup } from './write-backup.ts';

/** Backs up the open project into a file that has been chosen. */
export function BackUpDialog({ target, onClose }: { target: Grant; onClose: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('backups');
  const { t: common } = useTranslation('common');
  const name = project.project.name;
  const done = ({ name: file, sizeInBytes }: WrittenBackup): void => {
    onClose();
    showToast({
      message: t('backedUp', { name }),
      detail: t('fileOfSize', { file, size: formatFileSize(sizeInBytes) }),
      icon: Check,
      action: {
        label: common('showInFolder'),
        onPress: () => void bridge().files.reveal({ handle: target.handle }),
      },
    });
  };
  return (
    <TaskDialog
      title={t('backingUp', { name })}
      failedTitle={t('notBackedUp', { name: target.name })}
      run={(options) => exportBackup(project, target.handle, options)}
      onDone={done}
      onClose={onClose}
    />
  );
}
