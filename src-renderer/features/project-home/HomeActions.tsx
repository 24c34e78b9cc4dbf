import { ArchiveRestore, BookMarked, FileInput, FolderPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommand, useKeyOf } from '#features/commands/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { hasShortcut } from '#ui/shortcut-text.ts';

export interface HomeActionsProps {
  /** False while a question is open: its keys are its own. */
  isEnabled: boolean;
  onChooseFolder: () => void;
  onChooseFiles: () => void;
  onOpenSample: () => void;
  onOpenBackup: () => void;
}

/** The ways to begin. */
export function HomeActions(props: HomeActionsProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const key = useKeyOf('newProject');
  useCommand('newProject', props.onChooseFolder, props.isEnabled);
  useCommand('openBackup', props.onOpenBackup, props.isEnabled);
  return (
    <div className="home-actions">
      <Button look="quiet" icon={FolderPlus} onPress={props.onChooseFolder}>
        {t('newFromFolder')}
        {hasShortcut(key) && <Kbd keys={key} />}
      </Button>
      <Button look="quiet" icon={FileInput} onPress={props.onChooseFiles}>
        {t('newFromFiles')}
      </Button>
      <Button look="quiet" icon={BookMarked} onPress={props.onOpenSample}>
        {t('sample')}
      </Button>
      <Button look="quiet" icon={ArchiveRestore} onPress={props.onOpenBackup}>
        {t('openBackup')}
      </Button>
    </div>
  );
}
