import { useState, type ReactNode } from 'react';
import { formatTimeLeft, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import type { ImportProgress } from './import-sources.ts';
import { useTimeLeft } from './use-time-left.ts';
import './import-dialogs.css';

export interface ImportProgressDialogProps {
  progress: ImportProgress;
  onCancel: () => void;
}

export function ImportProgressDialog({ progress, onCancel }: ImportProgressDialogProps): ReactNode {
  const { t } = useTranslation('corpusImport');
  const { t: common } = useTranslation('common');
  const [isStopping, setIsStopping] = useState(false);
  const { finished, total, name } = progress;
  const left = useTimeLeft(finished, total);
  const title = total === 0 ? t('looking') : t('importing', { count: total });
  const cancel = (): void => {
    setIsStopping(true);
    onCancel();
  };
  return (
    <Dialog
      isOpen
      title={title}
      onClose={cancel}
      footer={
        <>
          <span className="import-hint">{isStopping ? t('stopping') : t('keptOnCancel')}</span>
          <DialogSpace />
          <Button onPress={cancel} isDisabled={isStopping} autoFocus>
            {common('cancel')}
          </Button>
        </>
      }
    >
      <ProgressBar
        label={title}
        value={finished}
        max={total}
        detail={name === '' ? t('reached', { finished, total }) : t('reachedWithName', { finished, total, name })}
        estimate={left === null ? undefined : formatTimeLeft(left)}
      />
    </Dialog>
  );
}
