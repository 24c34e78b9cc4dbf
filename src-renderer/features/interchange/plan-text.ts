import { problemText } from '#bridge/problem-text.ts';
import { WHOLE_FILE, type RowProblem } from '#domain/interchange/table-problem.ts';
import { formatList, t } from '#i18n/index.ts';
import type { TablePlan } from './table-plan.ts';

/** Once it is done, with the name of the file or, where that stands before it, without. */
export type SummaryTense = 'future' | 'past' | 'pastNamed';

const opening = {
  future: 'interchange:willBe',
  past: 'interchange:were',
  pastNamed: 'interchange:wereFrom',
} as const;

/** "312 codings will be added, 4 will change, and 2 rows will be left out." or, once it is done, in the past tense. */
export function planSummary(plan: TablePlan, tense: SummaryTense): string {
  const { name, kind, added, updated, unchanged, renamed, sets, differences, relocated, newCodes, newCoders, skipped } =
    plan;
  const where = tense === 'future' ? ('interchange:future.' as const) : ('interchange:' as const);
  const parts = [
    added > 0 && t(`${where}${kind === 'codebook' ? 'codesAdded' : 'codingsAdded'}`, { count: added }),
    updated > 0 && t(`${where}updated`, { count: updated }),
    renamed > 0 && t(`${where}renamed`, { count: renamed }),
    sets > 0 && t(`${where}sets`, { count: sets }),
    differences.some((each) => each.kind === 'introduction') && t(`${where}introduction`),
    unchanged > 0 && t(`${where}unchanged`, { count: unchanged }),
    skipped.length > 0 && t(`${where}skipped`, { count: skipped.length }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return t('interchange:nothing');
  const sentences: string[] = [t(opening[tense], { name, parts: formatList(parts) })];
  if (relocated > 0) sentences.push(t(`${where}relocated`, { count: relocated }));
  if (newCodes > 0) sentences.push(t('interchange:newCodes', { count: newCodes }));
  if (newCoders > 0) sentences.push(t('interchange:newCoders', { count: newCoders }));
  return sentences.join(' ');
}

/** "Row 12: …"; of a file that has no rows, "Code 12: …"; of the file as a whole, only the sentence. */
export function rowText({ row, problem }: RowProblem, { reading }: Pick<TablePlan, 'reading'>): string {
  const text = problemText(problem);
  if (row === WHOLE_FILE) return text;
  return t(reading?.kind === 'xml' ? 'interchange:codeRow' : 'interchange:row', { row, text });
}
