import type { ReactNode } from 'react';
import { countMemosGone, withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Code, Coding } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { formatGoing, formatList, useTranslation } from '#i18n/index.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';

/** What is to be done with codings, once someone has said yes. */
export type CodingsQuestion =
  | { readonly kind: 'remove' | 'merge'; readonly codings: readonly Coding[] }
  | { readonly kind: 'recode'; readonly codings: readonly Coding[]; readonly code: Code };

export interface ChangeCodingsDialogProps {
  readonly question: CodingsQuestion;
  readonly onAnswer: (isYes: boolean) => void;
}

/** The question before many codings are changed or go, or codings by others. */
export function ChangeCodingsDialog({ question, onAnswer }: ChangeCodingsDialogProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('coding');
  const { t: common } = useTranslation('common');
  const { kind, codings } = question;
  const count = codings.length;
  const others = new Set(codings.map(({ coderId }) => coderId).filter((id) => id !== project.coderId));
  const names = formatList([...others].map((id) => project.coders.get(id)?.name ?? ''));
  const memos = countMemosGone(withMemosOf({ codings: { removed: codings } }, project.memos.values()));
  const things = formatGoing({ codings: count, memos });
  const words = {
    remove: () => ({
      title: t('removeAsk', { count }),
      confirm: t('remove'),
      lead: others.size > 0 ? t('removeOthers', { things, names }) : t('removeMine', { things }),
    }),
    merge: () => ({
      title: t('mergeAsk', { count }),
      confirm: t('merge'),
      lead: others.size > 0 ? t('changeOthers', { names }) : t('changeMine'),
    }),
    recode: () => ({
      title: t('recodeAsk', { count, name: question.kind === 'recode' ? question.code.name : '' }),
      confirm: t('recodeYes'),
      lead: others.size > 0 ? t('changeOthers', { names }) : t('changeMine'),
    }),
  };
  const { title, confirm, lead } = words[kind]();
  return (
    <ConfirmDialog
      isOpen
      isDangerous={kind === 'remove'}
      title={title}
      confirmLabel={confirm}
      cancelLabel={common('cancel')}
      onConfirm={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      {lead}
    </ConfirmDialog>
  );
}
