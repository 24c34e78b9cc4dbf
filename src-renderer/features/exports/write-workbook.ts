import writeXlsxFile from 'write-excel-file/universal';
import type { Cell } from '#domain/interchange/csv-format.ts';

/** In characters of the workbook's own font. */
const NARROW = 12;
const WIDE = 40;
/** Excel takes no longer cell. */
const LONGEST_CELL = 32_767;

/** A workbook of one sheet whose first row is the header: it stays in view and stands in bold. */
export async function writeWorkbook(
  sheet: string,
  [header = [], ...rows]: readonly (readonly Cell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = header.map((_, at) => ({ width: rows.some((row) => isLong(row[at])) ? WIDE : NARROW }));
  const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map(cellOf));
  const blob = await writeXlsxFile([head, ...body], { sheet, columns, stickyRowsCount: 1 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function isLong(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length > NARROW;
}

/** Text as text, also where it looks like a number or a formula. */
function cellOf(value: Cell): object | null {
  if (typeof value === 'number') return { value, type: Number };
  return value === '' ? null : { value: value.slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' };
}
