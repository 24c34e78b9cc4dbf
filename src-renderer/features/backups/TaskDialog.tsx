import { useEffect, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useTimeLeft } from '#features/corpus-import/index.ts';
import { formatTimeLeft, useTranslation } from '#i18n/index.ts';
import type { BackupOptions } from '#storage/backup/run-backup.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';

export interface TaskDialogProps<T> {
  readonly title: string;
  readonly lead?: string;
  /** Above the reason when it could not be done. */
  readonly failedTitle: string;
  /** Begun at once. */
  readonly run: (options: BackupOptions) => Promise<T>;
  readonly onDone: (result: T) => void;
  /** It was stopped, or given up. */
  readonly onClose: () => void;
  /** What may help more than trying the same again. */
  readonly instead?: { readonly label: string; readonly onPress: () => void };
}

const SHOWN_AFTER_MS = 400;

/** Does one thing that may take long: shows how far it has come, lets it be stopped, and says why it could not be done. */
export function TaskDialog<T>({
  title,
  lead,
  failedTitle,
  run,
  onDone,
  onClose,
  instead,
}: TaskDialogProps<T>): ReactNode {
  const { t } = useTranslation('backups');
  const { t: common } = useTranslation('common');
  const [reached, setReached] = useState({ finished: 0, total: 0 });
  const [reason, setReason] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const left = useTimeLeft(reached.finished, reached.total);
  const controller = useRef<AbortController | null>(null);
  const begin = (): void => {
    const { signal } = (controller.current = new AbortController());
    setReason(null);
    const onProgress = (finished: number, total: number): void => setReached({ finished, total });
    run({ onProgress, signal }).then(onDone, (error: unknown) => {
      if (signal.aborted) onClose();
      else setReason(problemText(problemOf(error)));
    });
  };
  const first = useRef(begin);
  useEffect(() => {
    // Only once, also where React mounts everything twice to find mistakes.
    if (!controller.current) first.current();
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (reason !== null) {
    return (
      <Dialog
        isOpen
        role="alertdialog"
        title={failedTitle}
        lead={reason}
        onClose={onClose}
        footer={
          <>
            <DialogSpace />
            <Button onPress={onClose} autoFocus>
              {common('cancel')}
            </Button>
            <Button look="solid" onPress={instead?.onPress ?? begin}>
              {instead?.label ?? common('tryAgain')}
            </Button>
          </>
        }
      />
    );
  }
  if (!isShown) return null;
  const stop = (): void => controller.current?.abort();
  return (
    <Dialog
      isOpen
      title={title}
      lead={lead}
      onClose={stop}
      footer={
        <>
          <DialogSpace />
          <Button onPress={stop} autoFocus>
            {common('cancel')}
          </Button>
        </>
      }
    >
      <ProgressBar
        label={title}
        value={reached.finished}
        max={reached.total}
        detail={t('reached', reached)}
        estimate={left === null ? undefined : formatTimeLeft(left)}
      />
    </Dialog>
  );
}
