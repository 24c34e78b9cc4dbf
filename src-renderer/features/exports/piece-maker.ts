import { BYTE_ORDER_MARK, formatCsvRow, type Cell, type Guarding } from '#domain/interchange/csv-format.ts';
import { pause } from './pause.ts';

const PIECE_UTF16 = 1_000_000;
const SLICE_MS = 10;

/** Gathers rows into pieces of about a megabyte, and says when the window should have its turn. */
export class PieceMaker {
  readonly #guarding: Guarding;
  #lines: string[] = [];
  #length = 0;
  #sliceBegan = performance.now();

  constructor(header: readonly string[], guarding: Guarding) {
    this.#guarding = guarding;
    // Excel takes a file for UTF-8 only by its mark; programs that read raw files are better off without.
    if (guarding === 'guarded') this.#lines.push(BYTE_ORDER_MARK);
    this.add(header);
  }

  add(cells: readonly Cell[]): void {
    const line = formatCsvRow(cells, this.#guarding);
    this.#lines.push(line);
    this.#length += line.length;
  }

  get isFull(): boolean {
    return this.#length >= PIECE_UTF16;
  }

  take(): string {
    const piece = this.#lines.join('');
    this.#lines = [];
    this.#length = 0;
    return piece;
  }

  /** Whether work has gone on long enough; looked at every few rows, since asking the clock costs about as much as a row. */
  get isSliceOver(): boolean {
    return performance.now() - this.#sliceBegan > SLICE_MS;
  }

  async rest(): Promise<void> {
    await pause();
    this.#sliceBegan = performance.now();
  }
}
