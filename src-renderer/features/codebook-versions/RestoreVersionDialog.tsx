import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Restoration } from '#domain/codebook/codebook-versions.ts';
import { applyFamily, isEmpty } from '#domain/history/change.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { isOthersWork, sayUndoable, useProject } from '#features/project/index.ts';
import { formatNumber, t as sentence, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useOnce } from '#ui/use-once.ts';
import { codebookNow } from './codebook-now.ts';
import { compareStates } from './compare-states.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { namesText } from './difference-text.ts';
import { carryOutRestoring, planRestoring } from './commands/restore-version.ts';

export interface RestoreVersionDialogProps {
  readonly version: CodebookVersion;
  readonly onClose: () => void;
}

/** Says what would come back, change, go and stay, and does it as one step. */
export function RestoreVersionDialog({ version, onClose }: RestoreVersionDialogProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const [plan, setPlan] = useState<Restoration | null>(null);
  useEffect(() => {
    planRestoring(project, version).then(setPlan, () => undefined);
  }, [project, version]);
  const restore = useOnce(async () => {
    if (!plan) return false;
    await carryOutRestoring(project, version, plan);
    sayUndoable(project, sentence('codebookVersions:restored', { name: version.name }));
    onClose();
    return true;
  });
  const differences = useMemo(() => {
    const now = codebookNow(project);
    const codes = plan && applyFamily(now.codes, plan.change.codes);
    const sets = plan && applyFamily(now.sets, plan.change.codeSets);
    return codes && sets ? compareStates(now, { ...now, codes, sets }) : [];
  }, [project, plan]);
  const isNothing = plan !== null && isEmpty(plan.change);
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('restoreTitle', { name: version.name })}
      lead={isNothing ? t('nothingToRestore') : t('restoreLead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {isNothing ? common('close') : common('cancel')}
          </Button>
          {!isNothing && (
            <Button look="solid" onPress={restore} isDisabled={plan === null}>
              {t('restore')}
            </Button>
          )}
        </>
      }
    >
      {plan && !isNothing && <Preview plan={plan} isOthers={isOthersWork(project, plan.change)} />}
      {differences.length > 0 && (
        <details className="restore-details">
          <summary>{t('allChanges', { count: differences.length })}</summary>
          <DifferenceList differences={differences} tense="future" />
        </details>
      )}
    </Dialog>
  );
}

function Preview({ plan, isOthers }: { plan: Restoration; isOthers: boolean }): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const memos = plan.change.memos?.removed?.length ?? 0;
  const { returning, changed, leaving, staying, sets } = plan.summary;
  const rows = [
    ['introductionBack', plan.change.project?.updated?.length ?? 0],
    ['returning', returning],
    ['changed', changed],
    ['leaving', leaving],
    ['setsBack', sets],
    ['staying', staying],
    [isOthers ? 'memosOfOthers' : 'memosGone', memos],
  ] as const;
  return (
    <ul className="counted-rows">
      {rows
        .filter(([, count]) => count > 0)
        .map(([key, count]) => (
          <li key={key}>
            <b>{formatNumber(count)}</b>
            <span>
              {t(key, { count })}
              {key === 'staying' && t('names', { names: namesText(plan.staying.map(({ name }) => name)) })}
            </span>
          </li>
        ))}
      {plan.adjustments.map(({ kind, code: { id, name }, wanted }) => (
        <li key={`${kind} ${id}`} className="counted-note">
          {t(`giveWay.${kind}`, { name, wanted: kind === 'keyLost' ? wanted.toUpperCase() : wanted })}
        </li>
      ))}
    </ul>
  );
}
