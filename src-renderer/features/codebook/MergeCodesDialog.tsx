import { ArrowRight } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { proseFields, type CodeFields } from '#domain/codebook/code-fields.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject } from '#features/project/index.ts';
import { formatList, formatNumber, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Select } from '#ui/Select.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeChooser } from './chooser/CodeChooser.tsx';
import { markOf } from './code-color.ts';
import { carryOutMerge, planMerge } from './commands/merge-codes.ts';
import { mergedFields, writersOf, type FieldChoice, type TextField } from './merged-fields.ts';
import { useAllCodings } from './use-all-codings.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook-dialogs.css';

export interface MergeCodesDialogProps {
  /** One: what it is merged into is chosen among all codes. Several: which of them stays. */
  readonly ids: readonly CodeId[];
  readonly survivorId: CodeId | null;
  readonly onClose: () => void;
}

/** What merging would do, in numbers and words, before it is done. */
export function MergeCodesDialog({ ids, survivorId, onClose }: MergeCodesDialogProps): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const isReady = useAllCodings();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const isOpenChoice = ids.length === 1 && survivorId === null;
  const candidates = isOpenChoice
    ? tree.codes().filter(({ id }) => id !== ids[0])
    : tree.codes().filter(({ id }) => ids.includes(id) || id === survivorId);
  const among = useMemo(() => new Set([...ids, ...(survivorId ? [survivorId] : [])]), [ids, survivorId]);
  const refuse = useCallback(({ id }: Code) => (ids.includes(id) ? t('refuseItself') : null), [ids, t]);
  const [stays, setStays] = useState<CodeId | null>(
    () => survivorId ?? (isOpenChoice ? nearestTo(tree.codes(), ids[0]) : mostGiven(project, candidates)),
  );
  const [choices, setChoices] = useState<Partial<Record<TextField, FieldChoice>>>({});
  const survivor = stays === null ? undefined : tree.get(stays);
  const going = (isOpenChoice ? ids.flatMap((id) => tree.get(id) ?? []) : candidates).filter(({ id }) => id !== stays);
  const fields: Partial<CodeFields> = survivor ? mergedFields(survivor, going, choices) : {};
  const plan =
    isReady && survivor
      ? planMerge(
          project,
          going.map(({ id }) => id),
          survivor.id,
          fields,
        )
      : null;
  const others = othersIn(project, going);
  const merge = useOnce(async () => {
    if (!plan?.ok || !survivor) return false;
    await carryOutMerge(project, survivor.id, plan.value);
    onClose();
    return true;
  });

  return (
    <Dialog
      isOpen
      size="medium"
      title={going.length === 1 ? t('mergeTwo') : t('mergeSeveral', { count: going.length + 1 })}
      lead={t('mergeLead')}
      onClose={onClose}
      footer={
        <>
          <span className="ui-hint">{t('canUndo')}</span>
          <DialogSpace />
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" autoFocus isDisabled={!plan?.ok} onPress={merge}>
            {t('mergeAction')}
          </Button>
        </>
      }
    >
      <div className="merge-sides">
        <ul className="merge-going">
          {going.map((code) => (
            <li key={code.id}>
              <CodeCard code={code} />
            </li>
          ))}
        </ul>
        <Icon of={ArrowRight} size={16} />
        <div className="merge-survivor">
          <CodeChooser
            label={t('mergeInto')}
            isLabelHidden
            value={stays}
            onChange={setStays}
            {...(isOpenChoice ? { refuse } : { among })}
          />
          {survivor && <Figures code={survivor} />}
        </div>
      </div>
      {plan?.ok === false && <p className="dialog-refusal">{problemText(plan.problem)}</p>}
      {plan?.ok && survivor && (
        <dl className="merge-numbers" aria-live="polite">
          <Line number={plan.value.summary.codings} words={t('codingsAfter', { name: survivor.name })} />
          <Line number={plan.value.summary.united} words={t('unitedAfter', { count: plan.value.summary.united })} />
          {plan.value.summary.memos > 0 && (
            <Line number={plan.value.summary.memos} words={t('memosAfter', { count: plan.value.summary.memos })} />
          )}
          {plan.value.summary.codes > going.length && (
            <Line
              number={plan.value.summary.codes - going.length}
              words={t('namesakesAfter', { count: plan.value.summary.codes - going.length })}
            />
          )}
          {plan.value.summary.sets.length > 0 && (
            <Line
              number={plan.value.summary.sets.length}
              words={t('setsAfter', {
                count: plan.value.summary.sets.length,
                sets: formatList(plan.value.summary.sets),
                name: survivor.name,
              })}
            />
          )}
          {plan.value.summary.exampleOf && (
            <Line number={1} words={t('exampleAfter', { name: plan.value.summary.exampleOf.name })} />
          )}
          {plan.value.summary.examplesLost.length > 0 && (
            <Line
              number={plan.value.summary.examplesLost.length}
              words={t('examplesLost', {
                count: plan.value.summary.examplesLost.length,
                names: formatList(plan.value.summary.examplesLost.map(({ name }) => name)),
              })}
            />
          )}
          {others.count > 0 && (
            <Line
              number={others.count}
              words={t('othersAfter', { count: others.count, names: formatList(others.names) })}
            />
          )}
        </dl>
      )}
      {survivor &&
        proseFields.map((field) => (
          <FieldTexts
            key={field}
            field={field}
            writers={writersOf(field, survivor, going)}
            choice={choices[field] ?? 'all'}
            onChoose={(choice) => setChoices((before) => ({ ...before, [field]: choice }))}
          />
        ))}
    </Dialog>
  );
}

function CodeCard({ code }: { code: Code }): ReactNode {
  return (
    <div className="merge-card">
      <span className="merge-name">
        <CodeMark {...markOf(code)} />
        <span title={code.name}>{code.name}</span>
      </span>
      <Figures code={code} />
    </div>
  );
}

function Figures({ code }: { code: Code }): ReactNode {
  const { counts } = useProject();
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  return (
    <span className="merge-figures">
      {t('figures', {
        codings: common('codings', { count: counts.ofCode(code.id) }),
        sources: common('sources', { count: counts.sourcesOfCode(code.id) }),
      })}
    </span>
  );
}

function Line({ number, words }: { number: number; words: string }): ReactNode {
  return (
    <div>
      <dt>{formatNumber(number)}</dt>
      <dd>{words}</dd>
    </div>
  );
}

interface FieldTextsProps {
  readonly field: TextField;
  readonly writers: readonly Code[];
  readonly choice: FieldChoice;
  readonly onChoose: (choice: FieldChoice) => void;
}

/** What is written in one field, code by code, and which of it stays. Shown where there is something to choose. */
function FieldTexts({ field, writers, choice, onChoose }: FieldTextsProps): ReactNode {
  const { t } = useTranslation('codebook');
  if (writers.length < 2) return null;
  return (
    <section className="merge-field" aria-label={t(field)}>
      <Select
        label={t(field)}
        options={[
          { id: 'all', label: writers.length === 2 ? t('keepBoth') : t('keepAll', { count: writers.length }) },
          ...writers.map(({ id, name }) => ({ id: id as string, label: t('keepOf', { name }) })),
        ]}
        value={choice}
        onChange={(id) => onChoose(id as FieldChoice)}
      />
      <div className="merge-texts">
        {writers.map((code) => (
          <blockquote key={code.id} data-left-out={(choice !== 'all' && choice !== code.id) || undefined}>
            <cite>{code.name}</cite>
            <p className="serif">{code[field]}</p>
          </blockquote>
        ))}
      </div>
    </section>
  );
}

/** Codings by others that get another code, and whose they are. */
function othersIn(project: OpenProject, going: readonly Code[]): { readonly count: number; readonly names: string[] } {
  const ids = new Set(going.map(({ id }) => id));
  const coders = new Set<string>();
  let count = 0;
  for (const { codeId, coderId } of project.codings.values()) {
    if (!ids.has(codeId) || coderId === project.coderId) continue;
    count++;
    coders.add(project.coders.get(coderId)?.name ?? '');
  }
  return { count, names: [...coders] };
}

function mostGiven({ counts }: OpenProject, codes: readonly Code[]): CodeId | null {
  return codes.toSorted((a, b) => counts.ofCode(b.id) - counts.ofCode(a.id))[0]?.id ?? null;
}

/** The next code that can be given, as the likeliest to be meant. */
function nearestTo(codes: readonly Code[], id: CodeId | undefined): CodeId | null {
  const at = codes.findIndex((code) => code.id === id);
  const around = [...codes.slice(at + 1), ...codes.slice(0, Math.max(0, at)).reverse()];
  return (around.find(({ isCodable }) => isCodable) ?? around[0])?.id ?? null;
}
