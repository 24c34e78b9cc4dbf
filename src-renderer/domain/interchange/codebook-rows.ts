import { readShortcut } from '#domain/codebook/code-keys.ts';
import { readColor } from '#domain/codebook/inks.ts';
import type { Code } from '#domain/project/records.ts';
import { splitAliases } from './aliases.ts';
import { readForeignColor } from './codebook-files/foreign-color.ts';
import { isBlankRow, rowNumber, type Table } from './read-table.ts';
import { codeNameColumns, columnsOf } from './recognise-table.ts';
import type { RowProblem, TableProblem } from './table-problem.ts';
import { parseTag, type TagPath } from './tag-path.ts';

/** The fields of a code that a codebook table can hold, beside its name and parent. */
export type CodebookFields = Pick<
  Code,
  | 'summary'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'borderline'
  | 'memo'
  | 'color'
  | 'shortcut'
  | 'isCodable'
  | 'position'
  | 'aliases'
>;

/** What one row of a codebook table says about a code. */
export interface CodebookRow {
  readonly row: number;
  /** Empty where the table gives none, like `parentId`. */
  readonly codeId: string;
  readonly parentId: string;
  readonly path: TagPath;
  /** Only what the table says. */
  readonly fields: Partial<CodebookFields>;
}

/** Reads one cell of the row at hand; null when the table says nothing. */
type Read = (column: string) => string | null;
type Warn = (problem: TableProblem) => void;

/**
 * Reads the rows of a codebook. In a table of ours an empty cell means an empty field; in anyone else's it says nothing, so
 * that a bare list of tags does not wipe out definitions.
 *
 * @param separator what stands between the names of a path; empty where names are no paths
 */
export function readCodebookRows(table: Table, separator?: string): { rows: CodebookRow[]; warnings: RowProblem[] } {
  const { columns, isOurs } = columnsOf(table);
  const nameColumn = codeNameColumns.find((name) => columns.has(name)) ?? 'tag';
  const rows: CodebookRow[] = [];
  const warnings: RowProblem[] = [];
  for (const [index, cells] of table.rows.entries()) {
    if (isBlankRow(cells)) continue;
    const row = rowNumber(index);
    const read: Read = (column) => {
      const cell = columns.column(column)(cells);
      // Within quotes other programs write line ends as the rest of their file has them.
      const text = isOurs ? cell : cell.replace(/\r\n?/g, '\n');
      return columns.has(column) && (isOurs || text !== '') ? text : null;
    };
    const path = parseTag(read(nameColumn) ?? '', read('code') ?? '', separator);
    const codeId = read('code_id')?.trim() ?? '';
    const parentId = read('parent_id')?.trim() ?? '';
    const parseColor = isOurs ? readColor : readForeignColor;
    const fields = readFields(read, parseColor, path.name, (problem) => warnings.push({ row, problem }));
    rows.push({ row, codeId, parentId, path, fields });
  }
  return { rows, warnings };
}

function readFields(
  read: Read,
  parseColor: (text: string) => string | null,
  name: string,
  warn: Warn,
): Partial<CodebookFields> {
  const aliases = read('aliases');
  const all = {
    definition: read('description'),
    include: read('include'),
    exclude: read('exclude'),
    example: read('example'),
    memo: read('memo'),
    color: takeColor(read('color'), parseColor, name, warn),
    shortcut: parseShortcut(read('shortcut'), name, warn),
    isCodable: parseIsCodable(read('is_codable'), name, warn),
    position: parsePosition(read('position'), name, warn),
    summary: read('summary'),
    borderline: read('borderline'),
    aliases: aliases === null ? null : splitAliases(aliases),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function takeColor(
  cell: string | null,
  parseColor: (text: string) => string | null,
  name: string,
  warn: Warn,
): string | null {
  if (!cell?.trim()) return null;
  const color = parseColor(cell);
  if (color === null) warn({ code: 'colorUnreadable', params: { color: cell, name } });
  return color;
}

function parseShortcut(cell: string | null, name: string, warn: Warn): string | null {
  if (cell === null) return null;
  const shortcut = readShortcut(cell);
  if (shortcut === null) warn({ code: 'shortcutInvalid', params: { shortcut: cell.trim(), name } });
  return shortcut;
}

// Spreadsheets turn `true` into the word of their own language when they save.
const YES = new Set(['true', '1', 'yes', 'wahr', 'vrai', 'verdadero', 'vero', 'waar']);
const NO = new Set(['false', '0', 'no', 'falsch', 'faux', 'falso', 'onwaar']);

function parseIsCodable(cell: string | null, name: string, warn: Warn): boolean | null {
  const value = cell?.trim().toLowerCase();
  if (!value) return null;
  if (YES.has(value) || NO.has(value)) return YES.has(value);
  warn({ code: 'isCodableUnknown', params: { value, name } });
  return null;
}

function parsePosition(cell: string | null, name: string, warn: Warn): number | null {
  const value = cell?.trim();
  if (!value) return null;
  // A decimal comma comes from spreadsheets in most of Europe.
  const position = Number(value.replace(',', '.'));
  if (Number.isFinite(position)) return position;
  warn({ code: 'positionInvalid', params: { value, name } });
  return null;
}
