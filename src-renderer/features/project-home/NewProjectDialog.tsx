import { useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { createProject } from '#features/project-list/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { NameDialog } from './NameDialog.tsx';

export interface NewProjectDialogProps {
  /** What will be imported first. */
  offered: readonly Grant[];
  suggestedName: string;
  onCreated: (project: RegisteredProject) => void;
  onClose: () => void;
}

/** Asks for the one thing a new project needs, its name, with a good one written in already. */
export function NewProjectDialog({ offered, suggestedName, onCreated, onClose }: NewProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const [error, setError] = useState<string | null>(null);
  const create = async (name: string): Promise<void> => {
    try {
      onCreated(await createProject(name));
    } catch (failure) {
      setError(problemText(problemOf(failure)));
    }
  };
  const first = offered[0];
  return (
    <NameDialog
      title={t('newTitle')}
      lead={
        first ? t('newLead', { name: first.name, count: offered.length, more: offered.length - 1 }) : t('newEmptyLead')
      }
      name={suggestedName}
      confirmLabel={t('create')}
      error={error}
      onConfirm={(name) => void create(name)}
      onClose={onClose}
    />
  );
}
