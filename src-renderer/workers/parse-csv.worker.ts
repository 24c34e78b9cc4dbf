import { csvTable } from './csv-table.ts';
import type { CsvMessage, CsvRequest } from './parse-csv.ts';

/** Few enough that taking a message apart does not hold up the window. */
const ROWS_PER_MESSAGE = 1000;

self.onmessage = ({ data }: MessageEvent<CsvRequest>) => {
  const { rows, ...table } = csvTable(data.text, data.delimiter);
  for (let from = 0; from < rows.length; from += ROWS_PER_MESSAGE) {
    post({ kind: 'rows', rows: rows.slice(from, from + ROWS_PER_MESSAGE) });
  }
  post({ kind: 'done', ...table });
};

function post(message: CsvMessage): void {
  // A worker's message has no origin to name; the options say that this is one.
  self.postMessage(message, { transfer: [] });
}
