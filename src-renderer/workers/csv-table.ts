import Papa from 'papaparse';

/** A CSV file as rows of cells; structurally domain/interchange's `Table`. */
export interface CsvTable {
  header: string[];
  rows: string[][];
  /** Where quotes open that nothing closes, so that all after it is one cell; as a spreadsheet counts. */
  unclosedRow?: number;
}

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Parses CSV with comma, semicolon or tab between cells, whichever it is unless it is said. Blank lines stay, so that rows can be
 * counted.
 */
export function csvTable(text: string, delimiter: Delimiter = delimiterOf(text)): CsvTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const [header = [], ...rows] = data;
  // The line end after the last row is no row.
  if (rows.at(-1)?.join('') === '') rows.pop();
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  return { header, rows, ...(unclosed !== undefined && { unclosedRow: unclosed + 1 }) };
}

/**
 * The one that the header has most of outside quotes: names of columns hold none themselves. (papaparse's own guess goes by rows of
 * equal length, and fails on a short table with a line end after it.)
 */
export function delimiterOf(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let isQuoted = false;
  // A quote within a cell, as in 5" pipe, opens nothing.
  let mayOpen = true;
  for (const sign of text) {
    if (sign === '"') {
      isQuoted = !isQuoted && mayOpen;
      // Of two quotes within quotes the second opens them again.
      mayOpen = true;
      continue;
    }
    mayOpen = false;
    if (isQuoted) continue;
    if (sign === '\n' || sign === '\r') break;
    if (sign === ',' || sign === ';' || sign === '\t') {
      counts[sign]++;
      mayOpen = true;
    }
  }
  return delimiters.reduce((best, next) => (counts[next] > counts[best] ? next : best));
}
