import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Removal, RemovalPolicy } from '#domain/codebook/remove-code.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { formatList, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Segments } from '#ui/Segments.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeChooser } from './chooser/CodeChooser.tsx';
import { carryOutDeletion, handedText, planDeletion } from './commands/delete-codes.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook-dialogs.css';

/** Asked when much goes, or others' work: says how many codes, codings, sources and memos, and what else could be done. */
export function DeleteCodesDialog({ ids, onClose }: { ids: readonly CodeId[]; onClose: () => void }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [below, setBelow] = useState<RemovalPolicy['below']>('go');
  const [codingsChoice, setCodingsChoice] = useState<'go' | 'toParent' | 'toOther'>('go');
  const [chosen, setChosen] = useState<CodeId | null>(null);
  const going = useMemo(() => {
    const all = planDeletion(project, ids, { codings: 'go', below });
    return new Set(all.ok ? all.value.change.codes?.removed?.map(({ id }) => id) : []);
  }, [project, ids, below]);
  const refuse = useCallback((code: Code) => (going.has(code.id) ? t('isGoing') : null), [going, t]);
  const heir = codingsChoice === 'toOther' && chosen && !going.has(chosen) ? tree.get(chosen) : undefined;
  // Null as long as nobody has said which code gets the codings.
  const codingsPolicy = codingsChoice === 'toOther' ? (heir ? { to: heir.id } : null) : codingsChoice;
  const plan = codingsPolicy && planDeletion(project, ids, { codings: codingsPolicy, below });
  const whole = planDeletion(project, ids, { codings: 'go', below: 'go' });
  const names = ids.flatMap((id) => tree.get(id)?.name ?? []);
  const belowCount = (whole.ok ? whole.value.summary.codes : 0) - ids.length;
  const codings = whole.ok ? whole.value.summary.codings : 0;
  const [only = ''] = names;
  const title =
    names.length > 1
      ? t('deleteSeveral', { count: names.length })
      : belowCount > 0
        ? t('deleteWithCodes', { name: only, count: belowCount })
        : t('deleteOne', { name: only });
  const confirm = useOnce(async () => {
    if (!plan?.ok) return false;
    onClose();
    await carryOutDeletion(project, ids, plan.value, heir?.name);
    return true;
  });
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
          <Button look="danger" isDisabled={!plan?.ok} onPress={confirm}>
            {common('delete')}
          </Button>
        </>
      }
    >
      <div className="delete-choices">
        {belowCount > 0 && (
          <Segments
            label={t('codesBelow')}
            options={[
              { id: 'go', label: t('goToo') },
              { id: 'moveUp', label: t('moveUpInstead') },
            ]}
            value={below}
            onChange={setBelow}
          />
        )}
        {codings > 0 && (
          <Segments
            label={t('theirCodings')}
            options={[
              { id: 'go', label: t('goToo') },
              { id: 'toParent', label: t('toParent') },
              { id: 'toOther', label: t('toOther') },
            ]}
            value={codingsChoice}
            onChange={setCodingsChoice}
          />
        )}
        {codings > 0 && codingsChoice === 'toOther' && (
          <CodeChooser label={t('heir')} value={heir?.id ?? null} isCodableOnly refuse={refuse} onChange={setChosen} />
        )}
        {!plan ? (
          <p aria-live="polite">{t('chooseHeir')}</p>
        ) : plan.ok ? (
          <p aria-live="polite">{consequences(project, plan.value, heir?.name, { t, common })}</p>
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

function consequences(
  project: OpenProject,
  { change, summary }: Removal,
  heir: string | undefined,
  { t, common }: { readonly t: Translate; readonly common: Common },
): string {
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
  if (handedOver > 0) sentences.push(handedText(handedOver, heir));
  if (others.length > 0) sentences.push(t('othersGo', { count: others.length, names: formatList([...coders]) }));
  return sentences.join(' ');
}
