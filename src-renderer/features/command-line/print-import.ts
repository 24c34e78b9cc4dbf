import { problemText } from '#bridge/problem-text.ts';
import {
  hasLosses,
  noteworthyOutcomes,
  outcomeText,
  reportHeadline,
  reportLead,
} from '#features/corpus-import/index.ts';
import { countOf, type FileOutcome, type ImportReport } from '#features/corpus-import/index.ts';
import { differenceText } from '#features/codebook-versions/index.ts';
import { columnsLeftOut, planSummary, rowText, type TablePlan } from '#features/interchange/index.ts';
import { t } from '#i18n/index.ts';
import type { Printer } from './printer.ts';
import type { ExitCode } from './run-command.ts';
import type { ImportOutcome } from './run-import.ts';

/** 2 only when nothing came of it at all, or it broke off; what was left out on the way makes it 1. */
export function exitCodeOf({ sources, tables, failures }: ImportOutcome): ExitCode {
  if (sources?.failure) return 2;
  const useful = tables.filter(
    ({ added, updated, unchanged, skipped }) => added + updated + unchanged > 0 || skipped.length === 0,
  );
  const cameThrough = useful.length + (sources ? sources.outcomes.length - countOf(sources, 'skipped') : 0);
  if (cameThrough === 0) return 2;
  const isCostly =
    failures.length > 0 || tables.some(({ skipped }) => skipped.length > 0) || (sources && hasLosses(sources));
  return isCostly ? 1 : 0;
}

/** The report: on stdout what came of it, on stderr a line for each thing that needs a look. */
export async function printImport(
  outcome: ImportOutcome,
  project: string,
  { isJson, isDryRun }: { readonly isJson: boolean; readonly isDryRun: boolean },
  printer: Printer,
): Promise<void> {
  const { sources, tables, failures } = outcome;
  if (isJson) {
    await printer.json({
      project,
      ...(isDryRun && { isDryRun }),
      sources: sources && sourcesAsJson(sources),
      tables: tables.map((plan) => tableAsJson(plan, isDryRun)),
      failures: failures.map(({ path, problem }) => ({ path, ...problem, text: problemText(problem) })),
    });
  } else {
    if (sources) await printer.line(`${reportHeadline(sources)}. ${reportLead(sources)}`);
    for (const plan of tables) {
      const columns = leftOut(plan);
      await printer.line(`${plan.name}: ${planSummary(plan, isDryRun ? 'future' : 'past')}`);
      if (columns.length > 0) await printer.line(`${plan.name}: ${columnsText(columns)}`);
    }
  }
  if (sources?.failure) await printer.problem(problemText(sources.failure));
  for (const file of sources ? noteworthyOutcomes(sources) : []) {
    await printer.problem(`${file.path}: ${outcomeText(file)}`);
  }
  for (const { path, problem } of failures) await printer.problem(`${path}: ${problemText(problem)}`);
  for (const plan of tables) {
    const { name, skipped, warnings } = plan;
    for (const problem of [...skipped, ...warnings]) await printer.problem(`${name}: ${rowText(problem, plan)}`);
  }
}

function sourcesAsJson(report: ImportReport): object {
  const { total, finished, failure } = report;
  const of = (kind: FileOutcome['kind']) => report.outcomes.filter((outcome) => outcome.kind === kind);
  return {
    total,
    finished,
    failure,
    imported: of('imported').map(fileAsJson),
    unchanged: of('unchanged').map(({ path }) => path),
    skipped: [...of('skipped'), ...of('changed'), ...of('same')].map(fileAsJson),
  };
}

function fileAsJson(outcome: FileOutcome): object {
  const { path, kind } = outcome;
  if (kind === 'skipped') return { path, reason: outcome.problem, text: outcomeText(outcome) };
  const { id, name, encoding, encodingCertainty, warnings } = outcome.source;
  if (kind === 'imported') return { path, id, name, encoding, encodingCertainty, warnings };
  return {
    path,
    reason: { code: kind === 'same' ? 'sameText' : 'changedFile', params: { name } },
    text: outcomeText(outcome),
  };
}

function leftOut({ reading }: TablePlan): string[] {
  return reading ? columnsLeftOut(reading) : [];
}

function columnsText(columns: readonly string[]): string {
  return t('commandLine:columnsLeftOut', { count: columns.length, columns: columns.join(', ') });
}

/** Everything but the records themselves; what happened to codes as sentences. */
function tableAsJson(plan: TablePlan, isDryRun: boolean): object {
  const changes = plan.differences.map((difference) => differenceText(difference, isDryRun ? 'future' : 'past'));
  return {
    ...plan,
    change: undefined,
    differences: undefined,
    reading: undefined,
    readAs: plan.reading?.kind,
    columnsLeftOut: leftOut(plan),
    changes,
  };
}
