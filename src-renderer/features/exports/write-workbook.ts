import writeXlsxFile from 'write-excel-file/universal';
import { LONGEST_CELL_UTF16 } from '#domain/interchange/codebook-files/codebook-losses.ts';
import { cutText } from '#domain/interchange/codebook-files/cut-text.ts';
import type { Cell } from '#domain/interchange/csv-format.ts';

/** In characters of the workbook's own font. */
const NARROW = 12;
const WIDE = 40;

/** A sheet; the first row is its header. */
interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A workbook of sheets whose headers stay in view and stand in bold. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeXlsxFile(sheets.map(sheetOf)).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf({ name, rows: [header = [], ...rows] }: SheetToWrite): Parameters<typeof writeXlsxFile>[0][number] {
  const columns = header.map((_, at) => ({ width: rows.some((row) => isLong(row[at])) ? WIDE : NARROW }));
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map(cellOf));
  return { data: [head, ...body], sheet: name, columns, stickyRowsCount: 1 };
}

function isLong(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length > NARROW;
}

/** Text as text, also where it looks like a number or a formula. */
function cellOf(value: Cell): object | null {
  if (typeof value === 'number') return { value, type: Number };
  if (value === '') return null;
  return { value: escaped(cutText(value, LONGEST_CELL_UTF16)), type: String, wrap: true, alignVertical: 'top' };
}

// All that XML cannot hold, a carriage return (which would come back as a line feed), and what would read as such an escape.
const ESCAPED = /(?![\t\n\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[\da-f]{4}_)/giu;

/** As workbooks spell characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19), which the library leaves out. */
function escaped(text: string): string {
  return text.replace(ESCAPED, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
