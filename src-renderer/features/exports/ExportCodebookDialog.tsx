import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { RadioList } from '#ui/RadioList.tsx';
import { usualDocument, type DocumentOptions } from './codebook-document.ts';
import { codebookFormatIds, codebookFormats, lossesOf, type CodebookFormatId } from './codebook-formats.ts';
import { DocumentChoices } from './DocumentChoices.tsx';
import { exportCodebookWithDialog } from './export-with-dialog.ts';
import { lossesText } from './losses-text.ts';
import './ExportCodebookDialog.css';

const KEY = 'codebook-format';

export interface ExportCodebookDialogProps {
  onClose: () => void;
}

/** In which form the codebook goes out, with what each is for and what of this codebook it cannot hold. */
export function ExportCodebookDialog({ onClose }: ExportCodebookDialogProps): ReactNode {
  const { t } = useTranslation('exports');
  const { t: common } = useTranslation('common');
  const project = useProject();
  const [format, setFormat] = useState<CodebookFormatId>('csv');
  const [document, setDocument] = useState<DocumentOptions>(usualDocument);
  const missing = useMemo(() => lossesText(lossesOf(project, format)), [project, format]);
  useEffect(() => {
    loadViewState(project.database, KEY).then(
      (stored) => setFormat((shown) => codebookFormatIds.find((id) => id === stored) ?? shown),
      () => undefined,
    );
  }, [project]);

  const carryOut = async (): Promise<void> => {
    if (!project.isReadOnly) saveViewState(project.database, KEY, format).catch(() => undefined);
    if (await exportCodebookWithDialog(project, format, document)) onClose();
  };
  const options = codebookFormatIds.map((id) => ({ id, label: t(`format_${id}`), detail: t(`format_${id}_use`) }));
  return (
    <Dialog
      isOpen
      size="large"
      title={t('codebookTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" onPress={() => void carryOut()}>
            {t('chooseFile')}
          </Button>
        </>
      }
    >
      <div className="export-formats">
        <RadioList label={t('formats')} options={options} value={format} onChange={setFormat} />
      </div>
      {codebookFormats[format].isDocument && <DocumentChoices options={document} onChange={setDocument} />}
      <p className="export-losses" role="status">
        {missing}
      </p>
    </Dialog>
  );
}
