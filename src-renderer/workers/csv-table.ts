import Papa from 'papaparse';

/** A CSV file as rows of cells; structurally domain/interchange's `Table`. */
export interface CsvTable {
  header: string[];
  rows: string[][];
}

/** Parses CSV with comma, semicolon or tab between cells, whichever it is. Blank lines stay, so that rows can be counted. */
export function csvTable(text: string): CsvTable {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'] });
  const [header = [], ...rows] = data;
  // The line end after the last row is no row.
  if (rows.at(-1)?.join('') === '') rows.pop();
  return { header, rows };
}
