import { isSameSpan, trimSpan, type Span } from '#domain/coding/span.ts';
import { countWords } from '#domain/corpus/count-words.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Coding } from '#domain/project/records.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { SessionState } from './session-state.ts';

/** Words of a longer selection (a megabyte of text) are counted when the keys rest. */
const COUNTED_AT_ONCE = 20_000;
const COUNT_AFTER_MS = 200;

/** Where caret and selection stand in a text, and which codings stand there; nowhere while no text is open. */
export function whatIsHere(view: ReaderView | null): Pick<SessionState, 'selection' | 'caret' | 'codingsHere'> {
  if (!view) return { selection: null, caret: 0, codingsHere: [] };
  const raw = view.caret.selection;
  const selection = raw && trimSpan(view.doc.text, raw);
  const { focus } = view.caret.state;
  return { selection, caret: focus, codingsHere: selection ? onSelection(view, selection) : view.index.at(focus) };
}

/** Those exactly on the selection first, then those around or inside it. */
function onSelection(view: ReaderView, { startUtf16, endUtf16 }: Span): Coding[] {
  const distance = (coding: Coding): number =>
    Math.abs(coding.startUtf16 - startUtf16) + Math.abs(coding.endUtf16 - endUtf16);
  return view.index.overlapping(startUtf16, endUtf16).sort((a, b) => distance(a) - distance(b));
}

/** Counts the words of what is selected, without making a key press wait for it. */
export class SelectedWords {
  readonly #onCounted: (words: number) => void;
  #text: DocText | null = null;
  #span: Span | null = null;
  #words = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onCounted told of the words of a long selection, later */
  constructor(onCounted: (words: number) => void) {
    this.#onCounted = onCounted;
  }

  /** @returns the words; of a long selection 0 for the time being */
  count(text: DocText | null, span: Span | null): number {
    if (text === this.#text && isSameSpan(span, this.#span)) return this.#words;
    clearTimeout(this.#timer);
    [this.#text, this.#span, this.#words] = [text, span, 0];
    if (!text || !span) return 0;
    const count = (): number => (this.#words = countWords(text.text.slice(span.startUtf16, span.endUtf16)));
    if (span.endUtf16 - span.startUtf16 <= COUNTED_AT_ONCE) return count();
    this.#timer = setTimeout(() => this.#onCounted(count()), COUNT_AFTER_MS);
    return 0;
  }
}
