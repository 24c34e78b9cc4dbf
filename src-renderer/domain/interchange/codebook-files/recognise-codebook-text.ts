import type { Table } from '../read-table.ts';
import { recogniseTable } from '../recognise-table.ts';

/** What a file of text is, by what is in it; its ending says nothing reliable. */
export type CodebookTextKind =
  | 'xml'
  /** Ours or Taguette's: a table with a header. */
  | 'table'
  | 'qualcoder-csv'
  | 'qualcoder-text'
  | 'maxqda'
  | 'outline';

/**
 * Recognises a codebook in a text file.
 *
 * @param table the same text as a table, its first line taken for the header
 */
export function recogniseCodebookText(text: string, table: Table): CodebookTextKind {
  if (/^\uFEFF?\s*</.test(text)) return 'xml';
  const recognised = recogniseTable(table);
  if (recognised.kind !== 'unknown') return 'table';
  const header = table.header.map((cell) => cell.trim().toLowerCase());
  if (header[0] === 'code' && header[1] === 'memo') return 'maxqda';
  if (/^[^\n]*>>/m.test(text)) return isTabbed(text) ? 'qualcoder-text' : 'qualcoder-csv';
  if (header.includes('tag') || header.includes('name') || header.includes('path')) return 'table';
  return 'outline';
}

/** Lines of paths without quotes or commas before the tab, where there is one. */
function isTabbed(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => !line.startsWith('"') && !/^[^\t]*>>[^\t]*,/.test(line));
}
