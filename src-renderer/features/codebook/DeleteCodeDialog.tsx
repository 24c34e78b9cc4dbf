import type { ReactNode } from 'react';
import type { Removal } from '#domain/codebook/remove-code.ts';
import type { Code } from '#domain/project/records.ts';
import { formatList, useTranslation } from '#i18n/index.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';

export interface DeleteCodeDialogProps {
  readonly code: Code;
  /** With all below it. */
  readonly removal: Removal;
  /** Without the codes below it; null where there are none, or they cannot move up. */
  readonly withoutChildren: Removal | null;
  readonly onDelete: (removal: Removal) => void;
  readonly onCancel: () => void;
}

/** Asked when much goes, or others' work: says how many codes, codings, sources and memos. */
export function DeleteCodeDialog({
  code,
  removal,
  withoutChildren,
  onDelete,
  onCancel,
}: DeleteCodeDialogProps): ReactNode {
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const { codes, codings, sources, memos } = removal.summary;
  const title =
    codes > 1 ? t('deleteWithCodes', { name: code.name, count: codes - 1 }) : t('deleteOne', { name: code.name });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={title}
      confirmLabel={common('delete')}
      cancelLabel={common('cancel')}
      {...(withoutChildren && {
        alternative: { label: t('moveCodesUp'), onPress: () => onDelete(withoutChildren) },
      })}
      onConfirm={() => onDelete(removal)}
      onCancel={onCancel}
    >
      {t('deleteTakes', {
        things: formatList([
          t('codingsIn', {
            codings: common('codings', { count: codings }),
            sources: common('sources', { count: sources }),
          }),
          ...(memos > 0 ? [common('memos', { count: memos })] : []),
        ]),
      })}
    </ConfirmDialog>
  );
}
