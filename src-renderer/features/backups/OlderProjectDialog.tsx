import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { bridge } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import { useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { showToast } from '#ui/Toast.tsx';
import { bringUpToDate } from './bring-up-to-date.ts';
import { TaskDialog } from './TaskDialog.tsx';

export interface OlderProjectDialogProps {
  readonly registered: RegisteredProject;
  /** It has been backed up and can be opened now. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Backs up a project that an older Postil saved, and brings it to the present. */
export function OlderProjectDialog({ registered, onDone, onClose }: OlderProjectDialogProps): ReactNode {
  const { t } = useTranslation('backups');
  const { t: common } = useTranslation('common');
  const { name } = registered;
  const done = ({ name: file, handle }: Grant): void => {
    showToast({
      message: t('backedUpFirst', { name }),
      detail: file,
      icon: Check,
      action: { label: common('showInFolder'), onPress: () => void bridge().files.reveal({ handle }) },
    });
    onDone();
  };
  return (
    <TaskDialog
      title={t('backingUpFirst', { name })}
      lead={t('whyFirst')}
      failedTitle={t('notOpened', { name })}
      run={(options) => bringUpToDate(registered, options)}
      onDone={done}
      onClose={onClose}
    />
  );
}
