import type { Table } from '../read-table.ts';
import { guessColumns } from './column-mapping.ts';
import { recogniseTable } from '../recognise-table.ts';
import { isMarkup } from './xml-element.ts';

/** What a file of text is, by what is in it; its ending says nothing reliable. */
export const codebookTextKinds = [
  'xml',
  /** Ours, Taguette's, or anybody's with a header. */
  'table',
  /** Without a header: a path, then a memo. */
  'qualcoder-csv',
  'qualcoder-text',
  'maxqda',
  'outline',
] as const;
export type CodebookTextKind = (typeof codebookTextKinds)[number];

/**
 * Recognises a codebook in a text file.
 *
 * @param table the same text as a table, its first line taken for the header
 */
export function recogniseCodebookText(text: string, table: Table): CodebookTextKind {
  if (isMarkup(text)) return 'xml';
  const found = recogniseCodebookTable(table);
  if (found === 'table' || found === 'maxqda') return found;
  if (isPaths(text)) return isTabbed(text) ? 'qualcoder-text' : 'qualcoder-csv';
  if (isQuotedPairs(text, table)) return 'qualcoder-csv';
  return looksLikeTable(text, table) ? 'table' : 'outline';
}

/** Recognises a codebook in the rows of a sheet; null when its header tells nothing. */
export function recogniseCodebookTable(table: Table): 'table' | 'maxqda' | 'qualcoder-csv' | null {
  if (recogniseTable(table).kind !== 'unknown') return 'table';
  const header = table.header.map((cell) => cell.trim().toLowerCase());
  if (header[0] === 'code' && header[1] === 'memo') return 'maxqda';
  if (header[0]?.includes('>>')) return 'qualcoder-csv';
  return ['tag', 'name', 'path'].some((name) => header.includes(name)) ? 'table' : null;
}

/** Without any path nothing but its quotes tells a table without a header: column names are hardly ever quoted. */
function isQuotedPairs(text: string, { header, rows }: Table): boolean {
  if (!/^"(?:[^"]|"")*","/.test(text) || guessColumns({ header, rows }).tag !== null) return false;
  return [header, ...rows].every((row) => row.length === 2 || row.join('') === '');
}

/** Several columns, and a header that speaks of codes or the same number of cells in every row; an outline has lists or indents. */
function looksLikeTable(text: string, { header, rows }: Table): boolean {
  if (header.length < 2 || rows.length === 0 || /^(?:[ \t]+\S|[-*+#\u2022]\s)/m.test(text)) return false;
  // A column that is called as columns of codes are makes up for a row with a comma too many.
  if (guessColumns({ header, rows }).tag !== null) return true;
  // People write a space after a comma, programs hardly ever.
  const firstLine = /^.*/.exec(text)?.[0] ?? '';
  if (!/[,;](?!\s|$)|\t/.test(firstLine)) return false;
  return rows.every((row) => row.length === header.length || row.join('') === '');
}

/** Lines with QualCoder's sign for "under", and not the lines of an outline in which a name or a definition has that sign. */
function isPaths(text: string): boolean {
  if (text.startsWith('"')) return text.includes('>>');
  const [paths, outlined] = [/^(?![ \t]|[-*+#\u2022]\s)[^\n]*>>/gm, /^(?:[ \t]+\S|[-*+#\u2022]\s)/gm].map(
    (pattern) => text.match(pattern)?.length ?? 0,
  );
  return (paths ?? 0) > (outlined ?? 0);
}

/** Lines of paths without quotes or commas before the tab, where there is one. */
function isTabbed(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => !line.startsWith('"') && !/^[^\t]*>>[^\t]*,/.test(line));
}
