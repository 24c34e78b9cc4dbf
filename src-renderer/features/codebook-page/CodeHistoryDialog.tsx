import type { ReactNode } from 'react';
import type { CodeId } from '#domain/project/records.ts';
import { DifferenceList } from '#features/codebook-versions/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatDay, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { useCodeHistory } from './use-code-history.ts';
import './code-history.css';

/** What became of a code, step by step: who did what, when, and how it read before and after. */
export function CodeHistoryDialog({ codeId, onClose }: { codeId: CodeId; onClose: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const { t: common } = useTranslation('common');
  const name = useProjectValue(({ codes }) => codes.get(codeId)?.name ?? '');
  const { steps, isComplete } = useCodeHistory(codeId);
  const coderOf = (id: (typeof steps)[number]['coderId']): string =>
    project.coders.get(id)?.name ?? (id === project.coderId ? project.coderName : '');
  return (
    <Dialog
      isOpen
      isDismissable
      size="large"
      title={t('historyTitle', { name })}
      onClose={onClose}
      footer={
        <>
          <DialogSpace />
          <Button onPress={onClose}>{common('close')}</Button>
        </>
      }
    >
      <ol className="code-history" aria-busy={!isComplete}>
        {steps.map(({ sequence, at, coderId, differences }) => (
          <li key={sequence} className="code-history-step">
            <p className="code-history-facts number">{t('stepBy', { when: formatDay(at), coder: coderOf(coderId) })}</p>
            <DifferenceList differences={differences} />
          </li>
        ))}
      </ol>
      <p className="code-history-end" role="status">
        {isComplete ? (steps.length === 0 ? t('noHistory') : '') : t('searchingHistory')}
      </p>
    </Dialog>
  );
}
