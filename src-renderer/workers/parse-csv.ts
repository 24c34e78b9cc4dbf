import { csvTable, delimiterOf, type CsvTable, type Delimiter } from './csv-table.ts';

export interface CsvRequest {
  readonly text: string;
  readonly delimiter: Delimiter;
}

export type CsvMessage =
  | { readonly kind: 'rows'; readonly rows: string[][] }
  | ({ readonly kind: 'done' } & Omit<CsvTable, 'rows'>);

/** Up to here parsing takes less time than a worker takes to start. */
const SMALL_UTF16 = 200_000;

/** Parses CSV; a large one in a worker, from which it comes back in slices that do not hold up the window. */
export function parseCsv(text: string, delimiter: Delimiter = delimiterOf(text)): Promise<CsvTable> {
  if (text.length <= SMALL_UTF16) return Promise.resolve(csvTable(text, delimiter));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./parse-csv.worker.ts', import.meta.url), { type: 'module' });
    const rows: string[][] = [];
    worker.onmessage = ({ data }: MessageEvent<CsvMessage>) => {
      if (data.kind === 'rows') {
        for (const row of data.rows) rows.push(row);
        return;
      }
      worker.terminate();
      const { kind: _, ...table } = data;
      resolve({ ...table, rows });
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage({ text, delimiter } satisfies CsvRequest, []);
  });
}
