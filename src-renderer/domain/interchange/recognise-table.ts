import { codebookColumns, laterColumns } from './codebook-csv.ts';
import { columnName, TableColumns, type Table } from './read-table.ts';
import type { TableProblem } from './table-problem.ts';

export type TableKind = 'codings' | 'codebook';

export type RecognisedTable =
  | { readonly kind: TableKind; readonly layout: 'postil' | 'taguette'; readonly isGuarded: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problem: TableProblem };

const STAMP = /^postil-(codings|codebook)\/(\d+)(.*)$/;
const VERSION = 1;

/** Tells what a table is: ours by its `format` column, Taguette's by its header. */
export function recogniseTable(table: Table): RecognisedTable {
  const format = formatOf(table);
  const stamp = STAMP.exec(format);
  if (stamp) {
    const [, kind, version, suffix] = stamp;
    const isKnown = Number(version) <= VERSION && (suffix === '' || suffix === '+guarded');
    if (!isKnown) return { kind: 'refused', problem: { code: 'formatTooNew', params: { format } } };
    return { kind: kind as TableKind, layout: 'postil', isGuarded: suffix === '+guarded' };
  }
  const kind = kindByHeader(table.header.map(columnName));
  return kind ? { kind, layout: 'taguette', isGuarded: false } : { kind: 'unknown' };
}

/** The columns of a table of ours or anyone's, with the apostrophes taken off that our export has put there. */
export function columnsOf(table: Table): { readonly columns: TableColumns; readonly isOurs: boolean } {
  const recognised = recogniseTable(table);
  const isGuarded = 'isGuarded' in recognised && recognised.isGuarded;
  const isOurs = 'layout' in recognised && recognised.layout === 'postil';
  return { columns: new TableColumns(table.header, isGuarded), isOurs };
}

/** What the `format` column says in the first row that says anything. */
function formatOf({ header, rows }: Table): string {
  const index = header.map(columnName).lastIndexOf('format');
  if (index < 0) return '';
  for (const row of rows) {
    const format = row[index]?.trim();
    if (format) return format;
  }
  return '';
}

/** Taguette's columns but its `id`, which means nothing outside its own database. */
const taguetteHighlights = ['document', 'tag', 'content'];
/** A codebook has exactly one of these, as Taguette asks. */
export const codeNameColumns = ['tag', 'name', 'path'] as const;
const codebookHeader = new Set<string>([...codeNameColumns, ...codebookColumns, ...laterColumns]);

/**
 * Highlights need their three columns. A codebook may have no column that is foreign to codebooks: a list of people has a
 * column `name` too.
 */
function kindByHeader(header: readonly string[]): TableKind | null {
  if (taguetteHighlights.every((name) => header.includes(name))) return 'codings';
  const nameColumns = codeNameColumns.filter((name) => header.includes(name));
  return nameColumns.length === 1 && header.every((name) => codebookHeader.has(name)) ? 'codebook' : null;
}
