import { problemText } from '#bridge/problem-text.ts';
import { formatList, t } from '#i18n/index.ts';
import { countOf, noteworthy, type FileOutcome, type ImportReport } from './import-report.ts';

/** "11 of 14 files imported". */
export function reportHeadline(report: ImportReport): string {
  const imported = countOf(report, 'imported');
  const { total, finished } = report;
  if (report.failure) return t('corpusImport:failed');
  if (report.isStopped) return t('corpusImport:stopped', { finished, total });
  if (total === 0) return t('corpusImport:nothingFound');
  if (imported === 0) return t('corpusImport:nothingNew');
  return imported === total
    ? t('corpusImport:importedAll', { count: imported })
    : t('corpusImport:imported', { imported, total });
}

/** The sentence beneath it: how many of which kind. */
export function reportLead(report: ImportReport): string {
  if (report.failure) return `${problemText(report.failure)} ${t('corpusImport:failedText')}`;
  if (report.total === 0) return t('corpusImport:nothingFoundText');
  const warned = report.outcomes.filter((outcome) => outcome.kind === 'imported' && noteworthy(outcome).length > 0);
  const parts = [
    part('partSkipped', countOf(report, 'skipped')),
    part('partWarned', warned.length),
    part('partChanged', countOf(report, 'changed')),
    part('partSame', countOf(report, 'same')),
    part('partUnchanged', countOf(report, 'unchanged')),
  ].flat();
  if (parts.length === 0) return report.isStopped ? t('corpusImport:keptOnCancel') : t('corpusImport:summaryAll');
  const sentence = formatList(parts);
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`;
}

type PartKey = 'partSkipped' | 'partWarned' | 'partChanged' | 'partSame' | 'partUnchanged';

function part(key: PartKey, count: number): string[] {
  return count > 0 ? [t(`corpusImport:${key}`, { count })] : [];
}

const order: readonly FileOutcome['kind'][] = ['skipped', 'imported', 'changed', 'same'];

/** The files a person should know of, the worst first. */
export function noteworthyOutcomes(report: ImportReport): FileOutcome[] {
  const rank = (outcome: FileOutcome): number => order.indexOf(outcome.kind);
  return report.outcomes.filter((outcome) => noteworthy(outcome).length > 0).toSorted((a, b) => rank(a) - rank(b));
}

export function outcomeText(outcome: FileOutcome): string {
  return noteworthy(outcome).map(problemText).join(' ');
}

/** The whole report as lines of text, for the clipboard. */
export function reportAsText(report: ImportReport): string {
  const lines = noteworthyOutcomes(report).map((outcome) => `${outcome.path}: ${outcomeText(outcome)}`);
  return [reportHeadline(report), reportLead(report), ...lines].join('\n');
}
