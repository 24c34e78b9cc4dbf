import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

export type Row = Readonly<Record<string, string>>;

/** Another program's reading of the file, so that our own writer is not believed by our own reader. */
const PROGRAM = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    print(json.dumps(list(csv.DictReader(file))))
`;

/** Reads a table with Python's csv module, where there is a Python, and else with a library. */
export function readCsv(path: string): Row[] {
  const python = spawnSync('python3', ['-c', PROGRAM, path], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (python.status === 0) return JSON.parse(python.stdout) as Row[];
  if (python.error === undefined) throw new Error(`python3 could not read ${path}: ${python.stderr}`);
  process.stdout.write('note: no python3 here, so papaparse reads the tables\n');
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}
