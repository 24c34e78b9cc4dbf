import { useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { renameProject } from '#features/project-list/index.ts';
import { useSettings } from '#features/settings/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { NameDialog } from './NameDialog.tsx';

export interface RenameProjectDialogProps {
  project: RegisteredProject;
  onRenamed: () => void;
  onClose: () => void;
}

export function RenameProjectDialog({ project, onRenamed, onClose }: RenameProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const { t: common } = useTranslation('common');
  const { coderName } = useSettings();
  const [error, setError] = useState<string | null>(null);
  const rename = async (name: string): Promise<void> => {
    if (name.trim() === project.name) return onClose();
    try {
      await renameProject(project, name, coderName);
      onRenamed();
    } catch (failure) {
      setError(problemText(problemOf(failure)));
    }
  };
  return (
    <NameDialog
      title={t('renameTitle', { name: project.name })}
      name={project.name}
      confirmLabel={common('rename')}
      error={error}
      onConfirm={(name) => void rename(name)}
      onClose={onClose}
    />
  );
}
