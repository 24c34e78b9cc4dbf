import type { ReactNode } from 'react';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Coding } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { formatGoing, formatList, useTranslation } from '#i18n/index.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';

export interface RemoveCodingsDialogProps {
  readonly codings: readonly Coding[];
  readonly onAnswer: (isYes: boolean) => void;
}

/** The question before many codings go, or codings by others. */
export function RemoveCodingsDialog({ codings, onAnswer }: RemoveCodingsDialogProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('coding');
  const { t: common } = useTranslation('common');
  const memos = countMemosGone(withMemosOf({ codings: { removed: codings } }, project.memos.values()));
  const things = formatGoing({ codings: codings.length, memos });
  const others = new Set(codings.map(({ coderId }) => coderId).filter((id) => id !== project.coderId));
  const names = formatList([...others].map((id) => project.coders.get(id)?.name ?? ''));
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('removeAsk', { count: codings.length })}
      confirmLabel={t('remove')}
      cancelLabel={common('cancel')}
      onConfirm={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      {others.size > 0 ? t('removeOthers', { things, names }) : t('removeMine', { things })}
    </ConfirmDialog>
  );
}
