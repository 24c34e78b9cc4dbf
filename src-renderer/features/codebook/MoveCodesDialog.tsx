import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { nameKey } from '#domain/codebook/code-name.ts';
import { topmost } from '#domain/codebook/move-code.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { CodeList } from './chooser/CodeList.tsx';
import { moveCodesTo } from './commands/move-code.ts';
import { panelOf } from './panel-state.ts';
import { treeOf, useCodeTree } from './tree-of-project.ts';
import { useParentRefusal } from './use-parent-refusal.ts';
import './codebook-dialogs.css';

const TOP = 'top';

/** Puts codes under another one, however far away that stands: what is chosen is done, and can be undone. */
export function MoveCodesDialog({ ids, onClose }: { ids: readonly CodeId[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [error, setError] = useState<string | null>(null);
  const moving = useMemo(() => topmost(tree, ids), [tree, ids]);
  const isInside = useParentRefusal(ids);
  const full = useMemo(() => parentsOfNamesakes(tree.codes(), moving), [tree, moving]);
  const refuse = useCallback(
    (code: Code): string | null => {
      if (moving.every(({ id }) => tree.parentOf(id) === code.id)) return t('refuseHere');
      return isInside(code) ?? (full.has(code.id) ? t('refuseNamesake') : null);
    },
    [tree, moving, isInside, full, t],
  );
  const move = async (parentId: CodeId | null): Promise<void> => {
    const refusal = await moveCodesTo(project, ids, parentId, null, (words) => sayUndoable(project, words));
    if (refusal) setError(problemText(refusal));
    else {
      panelOf(project).openAbove(treeOf(project), ids);
      onClose();
    }
  };
  const [first] = ids;
  const title =
    ids.length > 1
      ? t('moveSeveral', { count: ids.length })
      : t('moveOne', { name: (first && tree.get(first)?.name) ?? '' });
  return (
    <Dialog
      isOpen
      size="medium"
      title={title}
      onClose={onClose}
      footer={
        <>
          <span className="ui-hint">{t('canUndo')}</span>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
        </>
      }
    >
      <div className="move-under">
        <CodeList
          label={t('parent')}
          others={[{ id: TOP, label: t('atTop') }]}
          value={null}
          refuse={refuse}
          onChoose={(id) => void move(id === TOP ? null : id).catch(() => undefined)}
        />
      </div>
      {error !== null && (
        <p className="dialog-refusal" role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}

/** Codes under which one stands that has the name of one that moves. */
function parentsOfNamesakes(codes: readonly Code[], moving: readonly Code[]): ReadonlySet<CodeId> {
  const names = new Set(moving.map(({ name }) => nameKey(name)));
  const found = codes.filter((code) => !moving.includes(code) && names.has(nameKey(code.name)));
  return new Set(found.flatMap(({ parentId }) => parentId ?? []));
}
