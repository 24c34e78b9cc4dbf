import { useId, useState, type ReactNode } from 'react';
import { isEmpty } from '#domain/history/change.ts';
import { countCodable, useCodeTree } from '#features/codebook/index.ts';
import { DifferenceList } from '#features/codebook-versions/index.ts';
import { isOthersWork, sayUndoable, useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { useOnce } from '#ui/use-once.ts';
import { mergeTheirs } from './commands/merge-theirs.ts';
import type { Theirs } from './commands/read-theirs.ts';
import { AlikeRows } from './AlikeRows.tsx';
import { ConflictList } from './ConflictList.tsx';
import { leftText, mergeSummary } from './merge-text.ts';
import { useMerge, type Merge } from './use-merge.ts';
import './merge.css';

export interface MergePageProps {
  readonly theirs: Theirs;
  readonly onClose: () => void;
}

/** Everything a merge comes to on one page: what is settled, what looks alike, what has to be decided. */
export function MergePage({ theirs, onClose }: MergePageProps): ReactNode {
  const project = useProject();
  const merge = useMerge(theirs);
  const { t } = useTranslation('codebookMerge');
  const { t: common } = useTranslation('common');
  const title = t('mergeTitle', { name: theirs.name });
  const [isWriting, setIsWriting] = useState(false);
  const carryOut = useOnce(async () => {
    if (!merge) return false;
    const summary = mergeSummary(theirs.name, merge.outcome);
    setIsWriting(true);
    try {
      await mergeTheirs(project, theirs.name, merge.change);
    } catch (error) {
      setIsWriting(false);
      throw error;
    }
    if (!isEmpty(merge.change)) sayUndoable(project, summary);
    onClose();
    return true;
  });
  if (isWriting)
    return <Dialog isOpen title={t('writing', { name: theirs.name })} isEscapable={false} onClose={onClose} />;
  if (!merge) return <Dialog isOpen title={title} onClose={onClose} />;
  const isNothing = isEmpty(merge.change) && merge.plan.conflicts.length === 0;
  const keys = merge.plan.conflicts.map(({ key }) => key);
  return (
    <Dialog
      isOpen
      size={isNothing ? 'medium' : 'wide'}
      title={title}
      lead={t('counts', {
        theirs: common('codes', { count: countCodable(theirs.codes) }),
        ours: common('codes', { count: countCodable([...project.codes.values()]) }),
      })}
      onClose={onClose}
      tools={<CommonState merge={merge} />}
      footer={
        <>
          {keys.length > 0 && (
            <>
              <Button onPress={() => merge.choose(keys, 'ours')}>{t('allOurs')}</Button>
              <Button onPress={() => merge.choose(keys, 'theirs')}>{t('allTheirs')}</Button>
              <span className="merge-undecided" role="status">
                {merge.undecided === 0 ? t('allDecided') : t('undecided', { count: merge.undecided })}
              </span>
            </>
          )}
          <DialogSpace />
          <Button onPress={onClose}>{isNothing ? common('close') : common('cancel')}</Button>
          {!isNothing && (
            <Button look="solid" onPress={carryOut}>
              {t('merge')}
            </Button>
          )}
        </>
      }
    >
      <div className="merge" data-deciding={keys.length > 0 || undefined}>
        {isNothing && <p>{t('nothing')}</p>}
        <Settled merge={merge} />
        <LeftOut merge={merge} />
        {merge.alike.length > 0 && <AlikeRows merge={merge} />}
        {keys.length > 0 && <ConflictList merge={merge} />}
        {isOthersWork(project, merge.change) && <p className="merge-warning">{t('othersWork')}</p>}
      </div>
    </Dialog>
  );
}

const NONE = 'none';
/** More changes are opened on request. */
const MOST_OPEN = 200;

function CommonState({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const hint = useId();
  return (
    <div className="merge-base" aria-describedby={hint} role="group" aria-label={t('base')}>
      <Select
        label={t('base')}
        options={[
          { id: NONE, label: t('noBase') },
          ...merge.versions.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        value={merge.base?.id ?? NONE}
        onChange={(id) => merge.chooseBase(id === NONE ? null : id)}
      />
      <p id={hint} className="merge-hint">
        {t(merge.base ? 'baseHint' : 'noBaseHint')}
      </p>
    </div>
  );
}

/** What nobody has to decide, counted, to be opened and read. */
function Settled({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const { settled } = merge;
  if (settled.length === 0) return null;
  return (
    // Where nothing is to be decided this is all there is to read.
    <details className="merge-settled" open={merge.plan.conflicts.length === 0 && settled.length <= MOST_OPEN}>
      <summary>{t('settled', { count: settled.length })}</summary>
      <DifferenceList differences={settled} tense="future" />
    </details>
  );
}

/** What of theirs does not come in as they have it, told before it happens. */
function LeftOut({ merge: { left } }: { merge: Merge }): ReactNode {
  const tree = useCodeTree();
  const { t } = useTranslation('codebookMerge');
  if (left.length === 0) return null;
  return (
    <details className="merge-settled">
      <summary>{t('leftCount', { count: left.length })}</summary>
      <ul className="merge-left">
        {left.map((each) => {
          const text = leftText(each, tree);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </details>
  );
}
