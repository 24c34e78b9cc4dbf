import type { Label } from '#domain/history/journal-entry.ts';
import { BEGINNING, type JournalStep } from '#domain/history/journal-step.ts';
import { findSentence, t } from '#i18n/index.ts';

/** What a step did, in words; its bare key where a later Postil wrote one we do not know. */
export function stepText({ key, params }: Label): string {
  return findSentence(`history:${key}`, params) ?? key;
}

/**
 * A line of the journal in words. One that notes going back or forth names the step it is about.
 * @param labelOf the label of the step with this sequence, undefined where it is not known
 */
export function lineText({ label, about }: JournalStep, labelOf: (sequence: number) => Label | undefined): string {
  if (about === null) return stepText(label);
  const other = labelOf(about);
  const step = about === BEGINNING ? t('history:theBeginning') : other ? stepText(other) : t('history:earlierStep');
  return stepText({ ...label, params: { ...label.params, step } });
}
