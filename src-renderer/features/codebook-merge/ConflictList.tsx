import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isProse, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import type { MergeConflict } from '#domain/codebook/merge-codebooks.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Conflict } from './Conflict.tsx';
import type { Merge } from './use-merge.ts';

const CHOICES: Readonly<Record<string, MergeChoice>> = { '1': 'ours', '2': 'theirs', '3': 'both' };

const TWO_WAYS: readonly MergeChoice[] = ['ours', 'theirs'];
const THREE_WAYS: readonly MergeChoice[] = [...TWO_WAYS, 'both'];

/** So many are on the screen at once: of thousands each is quick to decide. */
const PER_PAGE = 40;

/** What both have decided differently, one under the other. 1, 2 and 3 decide and go on to the next; the arrows go about. */
export function ConflictList({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('codebookMerge');
  const heading = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const isGoing = useRef(false);
  const { conflicts } = merge.plan;
  const current = Math.min(at, conflicts.length - 1);
  const first = current - (current % PER_PAGE);
  const shown = conflicts.slice(first, first + PER_PAGE);
  const goTo = (index: number): void => {
    isGoing.current = true;
    setAt(Math.max(0, Math.min(conflicts.length - 1, index)));
    // At either end nothing changes, and the focus is to come back from a button all the same.
    if (index < 0 || index >= conflicts.length) focusOn(list.current, current - first);
  };
  useEffect(() => {
    if (isGoing.current) focusOn(list.current, current - first);
    isGoing.current = false;
  }, [current, first]);
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
        {shown.map((conflict, row) => (
          <Conflict
            key={conflict.key}
            conflict={conflict}
            index={first + row}
            plan={merge.plan}
            chosen={merge.choices.get(conflict.key) ?? null}
            choose={merge.choose}
            choices={choicesOf(conflict)}
            isCurrent={first + row === current}
            onReach={setAt}
          />
        ))}
      </div>
      {conflicts.length > PER_PAGE && (
        <div className="conflict-pages">
          <Button isDisabled={first === 0} onPress={() => goTo(first - PER_PAGE)}>
            {t('previousPage')}
          </Button>
          <span role="status">
            {t('page', {
              from: formatNumber(first + 1),
              to: formatNumber(first + shown.length),
              all: formatNumber(conflicts.length),
            })}
          </span>
          <Button isDisabled={first + PER_PAGE >= conflicts.length} onPress={() => goTo(first + PER_PAGE)}>
            {t('nextPage')}
          </Button>
        </div>
      )}
    </section>
  );
}

function focusOn(list: HTMLElement | null, index: number): void {
  const row = list?.children[index];
  if (row instanceof HTMLElement) row.focus();
}

function choicesOf(conflict: MergeConflict): readonly MergeChoice[] {
  return conflict.kind === 'field' && isProse(conflict.field) ? THREE_WAYS : TWO_WAYS;
}
