import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, Coder, CoderId, Coding, Source, SourceId } from '#domain/project/records.ts';
import { CodeFinder } from './code-finder.ts';
import { CoderFinder } from './coder-finder.ts';
import { CodingLedger } from './coding-ledger.ts';
import { CodingRows } from './coding-rows.ts';
import { PassageFinder } from './passage-finder.ts';
import { isBlankRow, rowNumber, type Table } from './read-table.ts';
import { columnsOf } from './recognise-table.ts';
import { SourceFinder, sourcesFoundBy } from './source-finder.ts';
import type { RowProblem, TableProblem } from './table-problem.ts';

/** What is in the project already. */
export interface ExistingRecords {
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly coders: readonly Coder[];
  /** At least those of the sources in the table, and those with an id that is in the table. */
  readonly codings: Iterable<Coding>;
}

export interface CodingsImport {
  readonly change: Change;
  readonly report: {
    /** Codings; codes and coders made on the way are in the change. */
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
    /** How many of those above were found elsewhere than the table says. */
    readonly relocated: number;
    readonly skipped: readonly RowProblem[];
    readonly warnings: readonly RowProblem[];
  };
}

/** The sources whose texts `importCodings` will ask for. */
export function sourcesNeeded(table: Table, sources: readonly Source[]): SourceId[] {
  return sourcesFoundBy(new SourceFinder(columnsOf(table).columns, sources), table.rows);
}

/**
 * Reads a table of codings (ours, or Taguette's highlights) into a project. A coding that is there already, by its id or as
 * the same code by the same coder on the same span, is not added again. Rows that cannot be placed are reported, never guessed.
 *
 * @param importerId who a row is by that names no coder, and who new codes are by
 * @param textOf the texts of `sourcesNeeded`
 */
export function importCodings(
  table: Table,
  existing: ExistingRecords,
  importerId: CoderId,
  textOf: (id: SourceId) => DocText | undefined,
  environment: Environment,
): CodingsImport {
  const { columns, isOurs } = columnsOf(table);
  const sources = new SourceFinder(columns, existing.sources);
  const passages = new PassageFinder(columns);
  const codes = new CodeFinder(columns, existing.codes, importerId, environment);
  const coders = new CoderFinder(columns, existing.coders, importerId, environment);
  const ledger = new CodingLedger(existing.codings);
  const warnings: RowProblem[] = [];
  const rows = new CodingRows(columns, isOurs, ledger, environment, warnings);
  const skipped: RowProblem[] = [];
  const counts = { added: 0, updated: 0, unchanged: 0, relocated: 0 };

  const take = (cells: readonly string[], row: number): TableProblem | null => {
    const found = sources.find(cells);
    if ('problem' in found) return found.problem;
    const { id: sourceId, name } = found.source;
    const text = textOf(sourceId);
    if (!text) return { code: 'textMissing', params: { document: name } };
    const passage = passages.find(cells, text, name);
    if ('problem' in passage) return passage.problem;
    const codeId = codes.find(cells);
    if (codeId === null) return { code: 'tagMissing', params: {} };
    counts[rows.take(cells, row, { sourceId, codeId, coderId: coders.find(cells), passage }, name)]++;
    if (passage.isRelocated) counts.relocated++;
    return null;
  };
  for (const [index, cells] of table.rows.entries()) {
    if (isBlankRow(cells)) continue;
    const row = rowNumber(index);
    const problem = take(cells, row);
    if (problem) skipped.push({ row, problem });
  }

  const codings = ledger.toChange();
  const change: Change = {
    ...(coders.added.length > 0 && { coders: { added: coders.added } }),
    ...(codes.added.length > 0 && { codes: { added: codes.added } }),
    ...((codings.added ?? codings.updated) && { codings }),
  };
  return { change, report: { ...counts, skipped, warnings } };
}
