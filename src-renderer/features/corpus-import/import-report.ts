import type { Problem } from '#contract/result.ts';
import type { Source } from '#domain/project/records.ts';

/** What came of one file. */
export type FileOutcome =
  /** Became a source; what the reader could not take is in its `warnings`. */
  | { readonly kind: 'imported'; readonly path: string; readonly source: Source }
  /** The very bytes that were imported from this path before. */
  | { readonly kind: 'unchanged'; readonly path: string; readonly source: Source }
  /** Other bytes than those imported from this path: the source was left as it was. */
  | { readonly kind: 'changed'; readonly path: string; readonly source: Source }
  /** The text of another source: left out. */
  | { readonly kind: 'same'; readonly path: string; readonly source: Source }
  | { readonly kind: 'skipped'; readonly path: string; readonly problem: Problem };

export interface ImportReport {
  readonly folderName: string;
  /** Files found. */
  readonly total: number;
  /** Files dealt with: fewer than `total` when it was stopped or failed. */
  readonly finished: number;
  readonly isStopped: boolean;
  /** Why it could not go on; what came before it is kept. */
  readonly failure: Problem | null;
  /** In the order of the files. */
  readonly outcomes: readonly FileOutcome[];
}

export function countOf(report: ImportReport, kind: FileOutcome['kind']): number {
  return report.outcomes.reduce((count, outcome) => count + (outcome.kind === kind ? 1 : 0), 0);
}

/** Whether anything of what was given is not in the project as it was. */
export function hasLosses(report: ImportReport): boolean {
  return (
    report.isStopped ||
    report.failure !== null ||
    report.outcomes.some(
      (outcome) =>
        outcome.kind === 'skipped' ||
        outcome.kind === 'changed' ||
        (outcome.kind === 'imported' && outcome.source.warnings.some(({ code }) => code !== 'encodingGuessed')),
    )
  );
}

/** What a person should know about a file, to be put into words; nothing when it just came in. */
export function noteworthy(outcome: FileOutcome): readonly Problem[] {
  if (outcome.kind === 'skipped') return [outcome.problem];
  if (outcome.kind === 'imported') return outcome.source.warnings;
  if (outcome.kind === 'unchanged') return [];
  return [{ code: outcome.kind === 'same' ? 'sameText' : 'changedFile', params: { name: outcome.source.name } }];
}
