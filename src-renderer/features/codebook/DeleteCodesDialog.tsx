import { useState, type ReactNode } from 'react';
import type { Removal, RemovalPolicy } from '#domain/codebook/remove-code.ts';
import type { CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { formatList, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Segments } from '#ui/Segments.tsx';
import { carryOutDeletion, planDeletion } from './commands/delete-codes.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook-dialogs.css';

/** Asked when much goes, or others' work: says how many codes, codings, sources and memos, and what else could be done. */
export function DeleteCodesDialog({ ids, onClose }: { ids: readonly CodeId[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [policy, setPolicy] = useState<RemovalPolicy>({ codings: 'go', below: 'go' });
  const plan = planDeletion(project, ids, policy);
  const whole = planDeletion(project, ids, { codings: 'go', below: 'go' });
  const names = ids.flatMap((id) => tree.get(id)?.name ?? []);
  const below = (whole.ok ? whole.value.summary.codes : 0) - ids.length;
  const codings = whole.ok ? whole.value.summary.codings : 0;
  const [only = ''] = names;
  const title =
    names.length > 1
      ? t('deleteSeveral', { count: names.length })
      : below > 0
        ? t('deleteWithCodes', { name: only, count: below })
        : t('deleteOne', { name: only });
  const confirm = async (): Promise<void> => {
    if (!plan.ok) return;
    onClose();
    await carryOutDeletion(project, ids, plan.value);
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={title}
      lead={names.length > 1 ? formatList(names.map((name) => common('quoted', { name }))) : undefined}
      onClose={onClose}
      footer={
        <>
          <span className="ui-hint">{t('canUndo')}</span>
          <DialogSpace />
          <Button onPress={onClose} autoFocus>
            {common('cancel')}
          </Button>
          <Button look="danger" isDisabled={!plan.ok} onPress={() => void confirm().catch(() => undefined)}>
            {common('delete')}
          </Button>
        </>
      }
    >
      <div className="delete-choices">
        {below > 0 && (
          <Segments
            label={t('codesBelow')}
            options={[
              { id: 'go', label: t('goToo') },
              { id: 'moveUp', label: t('moveUpInstead') },
            ]}
            value={policy.below}
            onChange={(choice) => setPolicy((before) => ({ ...before, below: choice }))}
          />
        )}
        {codings > 0 && (
          <Segments
            label={t('theirCodings')}
            options={[
              { id: 'go', label: t('goToo') },
              { id: 'toParent', label: t('toParent') },
            ]}
            value={policy.codings}
            onChange={(choice) => setPolicy((before) => ({ ...before, codings: choice }))}
          />
        )}
        {plan.ok ? (
          <p aria-live="polite">{consequences(project, plan.value, t, common)}</p>
        ) : (
          <p className="dialog-refusal" aria-live="polite">
            {problemText(plan.problem)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

type Translate = ReturnType<typeof useTranslation<'codebook'>>['t'];
type Common = ReturnType<typeof useTranslation<'common'>>['t'];

function consequences(project: OpenProject, { change, summary }: Removal, t: Translate, common: Common): string {
  const { codes, codings, sources, memos, handedOver } = summary;
  const things = formatList([
    common('codes', { count: codes }),
    ...(codings > 0
      ? [
          t('codingsIn', {
            codings: common('codings', { count: codings }),
            sources: common('sources', { count: sources }),
          }),
        ]
      : []),
    ...(memos > 0 ? [common('memos', { count: memos })] : []),
  ]);
  const others = (change.codings?.removed ?? []).filter(({ coderId }) => coderId !== project.coderId);
  const coders = new Set(others.map(({ coderId }) => project.coders.get(coderId)?.name ?? ''));
  const sentences: string[] = [t('deleteTakes', { things })];
  if (handedOver > 0) sentences.push(t('handedUp', { count: handedOver }));
  if (others.length > 0) sentences.push(t('othersGo', { count: others.length, names: formatList([...coders]) }));
  return sentences.join(' ');
}
