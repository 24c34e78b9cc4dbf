import type { Change } from '#domain/history/change.ts';
import type { TableKind } from '#domain/interchange/recognise-table.ts';
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
  readonly skipped: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}
