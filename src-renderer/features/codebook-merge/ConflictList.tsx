import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isProse, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import type { MergeConflict } from '#domain/codebook/merge-codebooks.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Conflict } from './Conflict.tsx';
import type { Merge } from './use-merge.ts';

const CHOICES: Readonly<Record<string, MergeChoice>> = { '1': 'ours', '2': 'theirs', '3': 'both' };

/** What both have decided differently, one under the other. 1, 2 and 3 decide and go on to the next; the arrows go about. */
export function ConflictList({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const heading = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { conflicts } = merge.plan;
  const current = Math.min(at, conflicts.length - 1);
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(conflicts.length - 1, index));
    setAt(next);
    const row = list.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = CHOICES[event.key];
    const conflict = conflicts[current];
    if (event.ctrlKey || event.metaKey || event.altKey || !conflict) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -conflicts.length, End: conflicts.length }[event.key];
    if (choice && choicesOf(conflict).includes(choice)) {
      merge.choose([conflict.key], choice);
      goTo(current + 1);
    } else if (step !== undefined) goTo(current + step);
    else return;
    event.preventDefault();
  };
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="merge-heading">
        {t('conflicts')} <span className="count">{formatNumber(conflicts.length)}</span>
      </h3>
      <p className="merge-hint">{t('conflictsHint')}</p>
      <div ref={list} className="merge-rows" onKeyDown={onKeyDown}>
        {conflicts.map((conflict, index) => (
          <Conflict
            key={conflict.key}
            conflict={conflict}
            merge={merge}
            choices={choicesOf(conflict)}
            isCurrent={index === current}
            onFocus={() => setAt(index)}
          />
        ))}
      </div>
    </section>
  );
}

function choicesOf(conflict: MergeConflict): readonly MergeChoice[] {
  return conflict.kind === 'field' && isProse(conflict.field) ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'];
}
