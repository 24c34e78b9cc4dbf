import { locateQuote, quoteAndContext, type QuoteAndContext } from '#domain/coding/anchor.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { CellOf, TableColumns } from './read-table.ts';
import type { TableProblem } from './table-problem.ts';

export interface FoundPassage extends QuoteAndContext {
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** True when it does not stand where the table says. */
  readonly isRelocated: boolean;
}

/** Finds the passage a row is about: at its offsets (code points), else by its quote and context. */
export class PassageFinder {
  readonly #start: CellOf;
  readonly #end: CellOf;
  readonly #quote: CellOf;
  readonly #before: CellOf;
  readonly #after: CellOf;

  constructor(columns: TableColumns) {
    this.#start = columns.column('start');
    this.#end = columns.column('end');
    this.#quote = columns.column('content');
    this.#before = columns.column('context_before');
    this.#after = columns.column('context_after');
  }

  find(row: readonly string[], docText: DocText, document: string): FoundPassage | { readonly problem: TableProblem } {
    const quote = this.#quote(row);
    const startUtf16 = toUtf16(this.#start(row), docText);
    const endUtf16 = toUtf16(this.#end(row), docText);
    const { text } = docText;
    if (startUtf16 !== null && endUtf16 !== null && startUtf16 < endUtf16) {
      const found = quoteAndContext(text, startUtf16, endUtf16);
      // A table without quotes is taken at its word.
      if (quote === '' || found.quote === quote) return { startUtf16, endUtf16, ...found, isRelocated: false };
    }
    if (quote === '') return { problem: { code: 'quoteMissing', params: {} } };
    const context = { contextBefore: this.#before(row), contextAfter: this.#after(row) };
    const location = locateQuote(docText, { startUtf16, endUtf16, quote, ...context });
    if (!location) {
      const code = text.includes(quote) ? 'quoteAmbiguous' : 'quoteNotFound';
      return { problem: { code, params: { document, quote } } };
    }
    const { startUtf16: start, endUtf16: end } = location;
    const isRelocated = this.#start(row) !== '' && (start !== startUtf16 || end !== endUtf16);
    return { startUtf16: start, endUtf16: end, ...quoteAndContext(text, start, end), isRelocated };
  }
}

const WHOLE_NUMBER = /^\d+$/;

/** Null for a cell that is no offset into the text. */
function toUtf16(cell: string, text: DocText): number | null {
  if (!WHOLE_NUMBER.test(cell)) return null;
  const offset = Number(cell);
  const offsetUtf16 = text.toUtf16(offset);
  // What is past the end comes back as the end.
  return offsetUtf16 < text.text.length || offset === text.lengthInCodePoints ? offsetUtf16 : null;
}
