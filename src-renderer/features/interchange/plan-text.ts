import { problemText } from '#bridge/problem-text.ts';
import type { RowProblem } from '#domain/interchange/table-problem.ts';
import { formatList, t } from '#i18n/index.ts';
import type { TablePlan } from './table-plan.ts';

/** "312 codings will be added, 4 updated, 2 rows left out." or, once it is done, in the past tense. */
export function planSummary(plan: TablePlan, tense: 'future' | 'past'): string {
  const { kind, added, updated, unchanged, renamed, sets, relocated, newCodes, newCoders, skipped } = plan;
  const parts = [
    added > 0 && t(kind === 'codebook' ? 'interchange:codesAdded' : 'interchange:codingsAdded', { count: added }),
    updated > 0 && t('interchange:updated', { count: updated }),
    renamed > 0 && t('interchange:renamed', { count: renamed }),
    sets > 0 && t('interchange:sets', { count: sets }),
    unchanged > 0 && t('interchange:unchanged', { count: unchanged }),
    skipped.length > 0 && t('interchange:skipped', { count: skipped.length }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return t('interchange:nothing');
  const key = tense === 'future' ? 'interchange:willBe' : 'interchange:were';
  const sentences: string[] = [t(key, { parts: formatList(parts) })];
  if (relocated > 0) sentences.push(t('interchange:relocated', { count: relocated }));
  if (newCodes > 0) sentences.push(t('interchange:newCodes', { count: newCodes }));
  if (newCoders > 0) sentences.push(t('interchange:newCoders', { count: newCoders }));
  return sentences.join(' ');
}

/** "Row 12: …"; of a file that has no rows, "Code 12: …". */
export function rowText({ row, problem }: RowProblem, { reading }: Pick<TablePlan, 'reading'>): string {
  return t(reading?.kind === 'xml' ? 'interchange:codeRow' : 'interchange:row', { row, text: problemText(problem) });
}
