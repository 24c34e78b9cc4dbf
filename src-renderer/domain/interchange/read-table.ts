import { unguard } from './csv-format.ts';

/** A parsed CSV file; rows may be shorter or longer than the header. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where quotes open that nothing closes, in a file that was cut off. */
  readonly unclosedRow?: number;
}

/** Gives a row's cell of one column; empty where the row ends before it. */
export type CellOf = (row: readonly string[]) => string;

/** The columns of a table by name. Case and white space in the header make no difference. */
export class TableColumns {
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #isGuarded: boolean;

  constructor(header: readonly string[], isGuarded: boolean) {
    const names = header.map(columnName);
    // Of two columns with the same name the first counts.
    this.#indexes = new Map(names.map((name, index) => [name, index] as const).toReversed());
    this.#isGuarded = isGuarded;
  }

  has(name: string): boolean {
    return this.#indexes.has(name);
  }

  /** The reader of a column; of one that is not there, a reader of empty cells. */
  column(name: string): CellOf {
    const index = this.#indexes.get(name);
    if (index === undefined) return () => '';
    return this.#isGuarded ? (row) => unguard(row[index] ?? '') : (row) => row[index] ?? '';
  }
}

/** A header's cell as we compare it: without byte order mark (which `trim` takes off) and white space, in lower case. */
export function columnName(cell: string): string {
  return cell.trim().toLowerCase();
}

/** As a spreadsheet counts: the header is row 1. */
export function rowNumber(index: number): number {
  return index + 2;
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
