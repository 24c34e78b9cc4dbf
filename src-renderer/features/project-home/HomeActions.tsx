import { BookMarked, FileInput, FolderPlus } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { isModPressed } from '#ui/shortcut-text.ts';

export interface HomeActionsProps {
  /** False while a question is open: its keys are its own. */
  isEnabled: boolean;
  onChooseFolder: () => void;
  onChooseFiles: () => void;
  onOpenSample: () => void;
}

/** The ways to begin. */
export function HomeActions(props: HomeActionsProps): ReactNode {
  const { t } = useTranslation('projectHome');
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!latest.current.isEnabled || !isModPressed(event) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'n') return;
      event.preventDefault();
      latest.current.onChooseFolder();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <div className="home-actions">
      <Button look="quiet" icon={FolderPlus} onPress={props.onChooseFolder}>
        {t('newFromFolder')}
        <Kbd keys="Mod+N" />
      </Button>
      <Button look="quiet" icon={FileInput} onPress={props.onChooseFiles}>
        {t('newFromFiles')}
      </Button>
      <Button look="quiet" icon={BookMarked} onPress={props.onOpenSample}>
        {t('sample')}
      </Button>
    </div>
  );
}
