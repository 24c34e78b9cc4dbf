import { useCallback, useState, type ReactNode } from 'react';
import type { Code, CodeId, CodingId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeChooser } from './chooser/CodeChooser.tsx';
import { moveCodings } from './commands/split-code.ts';
import { codingsInOrder } from './SplitCodeDialog.tsx';
import { useCodeTree } from './tree-of-project.ts';
import { useAllCodings } from './use-all-codings.ts';
import './codebook-dialogs.css';

/** More cannot be chosen one by one in a dialog: then all go. */
const MOST_LISTED = 400;
/** More than two lines ever hold; the rest is cut off where they end. */
const QUOTE_LENGTH = 240;

/** Codings of a code, all or some, to another one. */
export function MoveCodingsDialog({ id, onClose }: { id: CodeId; onClose: () => void }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const isReady = useAllCodings();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [left, setLeft] = useState<ReadonlySet<CodingId>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const [target, setTarget] = useState<CodeId | null>(null);
  const refuse = useCallback((other: Code) => (other.id === id ? t('refuseItself') : null), [id, t]);
  const code = tree.get(id);
  const codings = isReady ? codingsInOrder(project, id) : [];
  const moving = codings.filter((coding) => !left.has(coding.id));
  const move = useOnce(async () => {
    if (!target || !code) return false;
    const ids = moving.map((coding) => coding.id);
    const refusal = await moveCodings(project, code, ids, target);
    if (refusal) setError(problemText(refusal));
    else onClose();
    return refusal === null;
  });
  if (!code || !isReady) return null;
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('moveCodingsTitle', { name: code.name })}
      onClose={onClose}
      footer={
        <>
          <span className="ui-hint">{t('canUndo')}</span>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" isDisabled={moving.length === 0 || target === null} onPress={move}>
            {t('moveCodingsAction', { count: moving.length })}
          </Button>
        </>
      }
    >
      <CodeChooser
        label={t('moveCodingsTo')}
        autoFocus
        isCodableOnly
        value={target}
        refuse={refuse}
        onChange={(chosen) => {
          setError(null);
          setTarget(chosen);
        }}
      />
      {codings.length <= MOST_LISTED && (
        <ul className="move-codings" aria-label={t('theirCodings')}>
          {codings.map((coding) => (
            <li key={coding.id}>
              <Checkbox
                isSelected={!left.has(coding.id)}
                onChange={(isGoing) =>
                  setLeft((before) => {
                    const next = new Set(before);
                    if (isGoing) next.delete(coding.id);
                    else next.add(coding.id);
                    return next;
                  })
                }
              >
                <span className="move-coding">
                  <span className="serif" dir="auto">
                    {coding.quote.slice(0, QUOTE_LENGTH)}
                  </span>
                  <span className="ui-hint">{project.sources.get(coding.sourceId)?.name}</span>
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <p className="dialog-refusal">{error}</p>}
    </Dialog>
  );
}
