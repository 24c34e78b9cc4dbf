import type { Change } from '#domain/history/change.ts';
import type { TableKind } from '#domain/interchange/recognise-table.ts';
import type { Difference } from '#features/codebook-versions/index.ts';
import type { CodebookReading } from './codebook-reading.ts';
import type { RowProblem } from '#domain/interchange/table-problem.ts';

/** What a table would do to a project, to be looked at before it is done. */
export interface TablePlan {
  /** The file's name. */
  readonly name: string;
  readonly kind: TableKind;
  readonly change: Change;
  /** Codes, or codings. */
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Codings that were found elsewhere than the table says. */
  readonly relocated: number;
  /** Codes that codings bring with them. */
  readonly newCodes: number;
  /** Coders that codings bring with them. */
  readonly newCoders: number;
  /** Sets of codes that a codebook brings. */
  readonly sets: number;
  /** Codes that get another name. */
  readonly renamed: number;
  /** What a codebook would change, code by code. */
  readonly differences: readonly Difference[];
  /** How a codebook was read; null for codings. */
  readonly reading: CodebookReading | null;
  readonly skipped: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}
