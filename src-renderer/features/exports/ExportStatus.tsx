import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { exportProgress } from './export-progress.ts';

const SHOWN_AFTER_MS = 400;

/** For the status line: how far an export has come, once it takes long enough to be wondered about. */
export function ExportStatus(): ReactNode {
  const progress = useSyncExternalStore(exportProgress.subscribe, exportProgress.get);
  return progress && <Reached finished={progress.finished} total={progress.total} />;
}

function Reached({ finished, total }: { finished: number; total: number }): ReactNode {
  const { t } = useTranslation('exports');
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <span className="number" role="status">
      {t('exporting', { finished, total })}
    </span>
  );
}
