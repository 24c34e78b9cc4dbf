import { Check } from 'lucide-react';
import { memo, useId, useMemo, type ReactNode } from 'react';
import type { MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { compareWords } from '#domain/codebook/word-differences.ts';
import type { MergeConflict, MergePlan } from '#domain/codebook/merge-codebooks.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { Pieces } from '#features/codebook-versions/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { codeOfConflict, conflictTitle, sideText } from './merge-text.ts';
import type { Merge } from './use-merge.ts';

export interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly index: number;
  readonly plan: MergePlan;
  readonly chosen: MergeChoice | null;
  readonly choose: Merge['choose'];
  readonly choices: readonly MergeChoice[];
  /** Tab reaches this one only; the arrows reach the others. */
  readonly isCurrent: boolean;
  readonly onReach: (index: number) => void;
}

/** One thing to decide: both sides beside each other, and a button for each way. Of a thousand only those that change are drawn again. */
export const Conflict = memo(function Conflict(props: ConflictProps): ReactNode {
  const { conflict, index, plan, chosen, choose, choices, isCurrent, onReach } = props;
  const { t } = useTranslation('codebookMerge');
  const title = useId();
  const labels = conflict.kind === 'field' ? fieldLabels : conflict.kind === 'removedByThem' ? goingLabels : backLabels;
  return (
    <div
      role="group"
      aria-labelledby={title}
      className="conflict"
      data-decided={chosen !== null || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => onReach(index)}
    >
      <h4 id={title} className="conflict-title">
        <CodeMark {...markOf(codeOfConflict(conflict))} />
        <span>{conflictTitle(conflict)}</span>
        {chosen === null && <span className="conflict-open">{t('open')}</span>}
      </h4>
      {conflict.kind === 'field' ? (
        <Sides conflict={conflict} plan={plan} chosen={chosen} />
      ) : (
        <Presence conflict={conflict} />
      )}
      <div className="conflict-choices">
        {choices.map((choice, at) => (
          <Button
            key={choice}
            look={chosen === choice ? 'solid' : 'line'}
            aria-pressed={chosen === choice}
            excludeFromTabOrder={!isCurrent}
            {...(chosen === choice && { icon: Check })}
            onPress={() => choose([conflict.key], choice)}
          >
            {t(labels[choice])} <Kbd keys={String(at + 1)} />
          </Button>
        ))}
      </div>
    </div>
  );
});

const fieldLabels = { ours: 'takeOurs', theirs: 'takeTheirs', both: 'takeBoth' } as const;
const goingLabels = { ours: 'keepIt', theirs: 'removeIt', both: 'takeBoth' } as const;
const backLabels = { ours: 'leaveOut', theirs: 'bringBack', both: 'takeBoth' } as const;

interface SidesProps {
  readonly conflict: Extract<MergeConflict, { kind: 'field' }>;
  readonly plan: MergePlan;
  readonly chosen: MergeChoice | null;
}

function Sides({ conflict: { match, field }, plan, chosen }: SidesProps): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const tree = useCodeTree();
  const here = sideText(match.ours, field, plan, tree);
  const there = sideText(match.theirs, field, plan, tree);
  const before = match.base && sideText(match.base, field, plan, tree);
  const words = useMemo(() => compareWords(here, there), [here, there]);
  const nothing = <span className="quiet">{t('nothingWritten')}</span>;
  return (
    <dl className="conflict-sides">
      <div data-taken={chosen === 'ours' || chosen === 'both' || undefined}>
        <dt className="merge-label">{t('ours')}</dt>
        <dd className="merge-words serif" dir="auto">
          {here === '' ? nothing : <Pieces pieces={words.before} of="different" />}
        </dd>
      </div>
      <div data-taken={chosen === 'theirs' || chosen === 'both' || undefined}>
        <dt className="merge-label">{t('theirs')}</dt>
        <dd className="merge-words serif" dir="auto">
          {there === '' ? nothing : <Pieces pieces={words.after} of="different" />}
        </dd>
      </div>
      {before !== null && before !== '' && (
        <div className="conflict-before">
          <dt className="merge-label">{t('before')}</dt>
          <dd className="merge-words serif" dir="auto">
            {before}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Presence({ conflict }: { conflict: Exclude<MergeConflict, { kind: 'field' }> }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const { t: common } = useTranslation('common');
  const { counts } = useProject();
  const code = codeOfConflict(conflict);
  const count = conflict.kind === 'removedByThem' ? counts.ofCode(code.id) : 0;
  return (
    <>
      {code.definition !== '' && (
        <p className="merge-words serif" dir="auto">
          {code.definition}
        </p>
      )}
      <p className="merge-hint">
        {conflict.kind === 'removedByUs'
          ? t('removedByUsHint')
          : count > 0
            ? t('removedInUse', { codings: common('codings', { count }) })
            : t('removedChanged')}
      </p>
    </>
  );
}
