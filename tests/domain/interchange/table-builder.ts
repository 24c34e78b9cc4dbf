import Papa from 'papaparse';
import { formatCsvRow, type Cell, type Guarding } from '#domain/interchange/csv-format.ts';
import type { Table } from '#domain/interchange/read-table.ts';

/** A table as it comes back from a file: written by us, parsed by papaparse. */
export function throughCsv(header: readonly string[], rows: Iterable<readonly Cell[]>, guarding: Guarding): Table {
  let csv = formatCsvRow(header, guarding);
  for (const row of rows) csv += formatCsvRow(row, guarding);
  return parseTable(csv);
}

export function parseTable(csv: string): Table {
  const { data } = Papa.parse<string[]>(csv, { delimiter: ',', skipEmptyLines: true });
  return { header: data[0] ?? [], rows: data.slice(1) };
}
