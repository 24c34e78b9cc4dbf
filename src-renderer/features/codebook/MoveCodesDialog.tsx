import { useState, type ReactNode } from 'react';
import type { CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { moveCodesTo } from './commands/move-code.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook-dialogs.css';

const TOP = 'top';

/** Puts codes under another one, however far away that stands. */
export function MoveCodesDialog({ ids, onClose }: { ids: readonly CodeId[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [first] = ids;
  const [parent, setParent] = useState<string>(() => (first && tree.parentOf(first)) ?? TOP);
  const [error, setError] = useState<string | null>(null);
  const parents = tree.codes().filter((code) => !ids.some((id) => tree.isInside(code.id, id)));
  const move = async (): Promise<void> => {
    const refusal = await moveCodesTo(project, ids, parent === TOP ? null : (parent as CodeId), null);
    if (refusal) setError(problemText(refusal));
    else onClose();
  };
  const title =
    ids.length > 1
      ? t('moveSeveral', { count: ids.length })
      : t('moveOne', { name: (first && tree.get(first)?.name) ?? '' });
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      footer={
        <>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" onPress={() => void move().catch(() => undefined)}>
            {t('moveAction')}
          </Button>
        </>
      }
    >
      <Select
        label={t('parent')}
        options={[
          { id: TOP, label: t('atTop') },
          ...parents.map(({ id }) => ({ id: id as string, label: tree.pathOf(id) })),
        ]}
        value={parent}
        onChange={(chosen) => {
          setError(null);
          setParent(chosen);
        }}
      />
      {error !== null && <p className="dialog-refusal">{error}</p>}
    </Dialog>
  );
}
