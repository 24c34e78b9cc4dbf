import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/copy-text.ts';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import type { ImportReport } from './import-report.ts';
import { OutcomeRow } from './OutcomeRow.tsx';
import { noteworthyOutcomes, reportAsText, reportHeadline, reportLead } from './report-text.ts';
import './import-dialogs.css';

export interface ImportReportDialogProps {
  report: ImportReport;
  onClose: () => void;
}

const SHOWN_AT_FIRST = 100;

/** What came of the files: nothing that was left out or guessed goes unsaid. */
export function ImportReportDialog({ report, onClose }: ImportReportDialogProps): ReactNode {
  const { t } = useTranslation('corpusImport');
  const { t: common } = useTranslation('common');
  const [isAll, setIsAll] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const outcomes = noteworthyOutcomes(report);
  const shown = isAll ? outcomes : outcomes.slice(0, SHOWN_AT_FIRST);
  const hidden = outcomes.length - shown.length;
  const copy = (): void => {
    setIsCopied(copyText(reportAsText(report)));
  };
  return (
    <Dialog
      isOpen
      title={reportHeadline(report)}
      lead={reportLead(report)}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" icon={Copy} onPress={copy}>
            {isCopied ? common('copied') : t('copyReport')}
          </Button>
          <DialogSpace />
          <Button look="solid" onPress={onClose} autoFocus>
            {common('done')}
          </Button>
        </>
      }
    >
      {outcomes.length > 0 && (
        <ul className="import-report" aria-label={t('report')}>
          {shown.map((outcome, index) => (
            <OutcomeRow key={`${index} ${outcome.path}`} outcome={outcome} />
          ))}
          {hidden > 0 && (
            <li className="import-more">
              <Button look="link" onPress={() => setIsAll(true)}>
                {t('showAll', { count: hidden })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </Dialog>
  );
}
