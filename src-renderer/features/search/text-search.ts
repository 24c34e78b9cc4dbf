import { isSameSpan, type Span } from '#domain/coding/span.ts';
import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { CaretState, ReaderView } from '#features/reader/index.ts';
import { TextFinder, type FindResult } from '#workers/find.ts';
import { noMemory, remember, type SearchMemory } from './search-memory.ts';

/** What is selected at a place found: the words themselves, or what they stand in. */
export type FoundUnit = 'words' | 'sentence' | 'paragraph';

export interface SearchState {
  /** Whether the bar is there; without it the next place can still be asked for. */
  readonly isOpen: boolean;
  readonly query: string;
  readonly options: FindOptions;
  readonly unit: FoundUnit;
  readonly result: FindResult;
  /** Index of the place one is at, -1 at none. */
  readonly current: number;
  /** The last step went on at the other end of the text. */
  readonly hasWrapped: boolean;
  /** The text that is searched. */
  readonly view: ReaderView | null;
  readonly isListWanted: boolean;
}

const NOTHING: FindResult = { kind: 'found', spans: FoundSpans.none, isCut: false };

/**
 * The search in the text at hand: what is looked for, what was found, where one is. Lives as long as the project is open,
 * so that the next place can be asked for from the text when the bar is gone, and follows from one text to the next.
 */
export class TextSearch {
  #state: SearchState = {
    isOpen: false,
    query: '',
    ...noMemory,
    result: NOTHING,
    current: -1,
    hasWrapped: false,
    view: null,
  };
  #history: readonly string[] = [];
  #finder: TextFinder | null = null;
  /** What the result is the answer to: while it is another one, there is no result. */
  #searched: Promise<void> | null = null;
  /** What was selected last at which place. */
  #shown: { readonly index: number; readonly span: Span } | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #onMemory: (memory: SearchMemory) => void;

  constructor(onMemory: (memory: SearchMemory) => void) {
    this.#onMemory = onMemory;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SearchState => this.#state;

  get spans(): FoundSpans {
    return this.#state.result.kind === 'found' ? this.#state.result.spans : FoundSpans.none;
  }

  /** Earlier queries, newest first. */
  get history(): readonly string[] {
    return this.#history;
  }

  recall({ history, options, unit, isListWanted }: SearchMemory): void {
    this.#history = history;
    this.#set({ options, unit, isListWanted });
  }

  /** The text at hand is another one now. */
  follow(view: ReaderView | null): void {
    const { view: before, isOpen } = this.#state;
    if (view === before) return;
    // Of two texts beside each other it may still be on screen.
    if (isOpen) before?.markFound(FoundSpans.none, -1);
    this.#finder?.close();
    this.#finder = null;
    this.#searched = null;
    this.#shown = null;
    this.#set({ view, result: NOTHING, current: -1, hasWrapped: false });
    if (isOpen) void this.#search();
  }

  /** With a passage selected, that is what is looked for. */
  open(): void {
    const { view, query } = this.#state;
    const selection = view?.caret.selection;
    const selected = selection && view ? view.doc.text.slice(selection.startUtf16, selection.endUtf16) : '';
    const isFound = this.#shown !== null && selection?.startUtf16 === this.#shown.span.startUtf16;
    const isTaken = selected !== '' && selected.length <= LONGEST_TAKEN && !selected.includes('\n') && !isFound;
    this.#set({ isOpen: true, query: isTaken ? selected : query });
    void this.#search();
  }

  /** Caret and selection stay where the search has come to. */
  close(): void {
    this.#keep();
    this.#set({ isOpen: false });
    this.#state.view?.markFound(FoundSpans.none, -1);
  }

  /** Looks for something else, and shows the first place from where the caret is. */
  ask(query: string): void {
    this.#set({ query });
    void this.#searchAndShow(query);
  }

  toggle(name: keyof FindOptions): void {
    const { options } = this.#state;
    this.#set({ options: { ...options, [name]: !options[name] } });
    this.#keep();
    void this.#search();
  }

  selectBy(unit: FoundUnit): void {
    this.#set({ unit });
    this.#keep();
    if (this.#state.current >= 0) this.goTo(this.#state.current);
  }

  wantList(isListWanted: boolean): void {
    if (isListWanted === this.#state.isListWanted) return;
    this.#set({ isListWanted });
    this.#keep();
  }

  /** To the next (1) or previous (-1) place, counted from the caret, round the ends of the text. */
  async step(direction: 1 | -1): Promise<void> {
    if (this.#state.query === '') return;
    const from = this.#state.view?.caret.state;
    await (this.#searched ?? this.#search());
    const { view } = this.#state;
    const { length } = this.spans;
    if (!view || length === 0 || !this.#isStillAt(from)) return;
    this.#keep();
    const next = this.#indexFrom(view, direction);
    const index = (next + length) % length;
    this.goTo(index);
    this.#set({ hasWrapped: index !== next });
  }

  /** Selects a place found, or what it stands in, and brings it on screen. */
  goTo(index: number): void {
    const { view, unit, isOpen } = this.#state;
    const found = this.spans.at(index);
    if (!view || !found) return;
    const span = unitAround(view, found, unit);
    this.#shown = { index, span };
    this.#set({ current: index, hasWrapped: false });
    view.show(span);
    if (isOpen) view.markFound(this.spans, index);
  }

  /** Index of the next place; may lie one beyond either end. */
  #indexFrom(view: ReaderView, direction: 1 | -1): number {
    const { anchor, focus } = view.caret.state;
    const [from, to] = [Math.min(anchor, focus), Math.max(anchor, focus)];
    const shown = this.#shown;
    // With its sentence selected, a place begins somewhere within the selection.
    if (shown && shown.span.startUtf16 === from && shown.span.endUtf16 === to) return shown.index + direction;
    const next = this.spans.firstFrom(from);
    if (direction === -1) return next - 1;
    return this.spans.at(next)?.startUtf16 === from && this.spans.at(next)?.endUtf16 === to ? next + 1 : next;
  }

  async #searchAndShow(query: string): Promise<void> {
    const from = this.#state.view?.caret.state;
    await this.#search();
    if (query === this.#state.query && this.#isStillAt(from)) this.#showFirst();
  }

  async #search(): Promise<void> {
    const { view, query, options } = this.#state;
    if (!view) return;
    this.#finder ??= new TextFinder(view.doc.text);
    this.#searched = this.#answer(this.#finder.find(query, options));
    await this.#searched;
  }

  async #answer(finding: Promise<FindResult | null>): Promise<void> {
    const result = await finding;
    if (result) this.#take(result);
  }

  #take(result: FindResult): void {
    const { view, isOpen } = this.#state;
    this.#shown = null;
    this.#set({ result, current: -1, hasWrapped: false });
    if (!view) return;
    const { selection } = view.caret;
    const at = selection ? this.spans.firstFrom(selection.startUtf16) : -1;
    // The place one is at already.
    const isHere = selection !== null && this.spans.at(at)?.endUtf16 === selection.endUtf16;
    if (isHere && this.spans.at(at)?.startUtf16 === selection.startUtf16) this.#set({ current: at });
    if (isOpen) view.markFound(this.spans, this.#state.current);
  }

  /** Who has gone elsewhere in the text while it was searched is not taken back; where the search itself has gone counts as still there. */
  #isStillAt(from: CaretState | undefined): boolean {
    const { caret } = this.#state.view ?? {};
    return caret?.state === from || (this.#shown !== null && isSameSpan(this.#shown.span, caret?.selection));
  }

  #showFirst(): void {
    const { view } = this.#state;
    const { length } = this.spans;
    if (!view || length === 0) return;
    const { anchor, focus } = view.caret.state;
    const index = this.spans.firstFrom(Math.min(anchor, focus));
    this.goTo(index === length ? 0 : index);
  }

  #keep(): void {
    const { query, options, unit, isListWanted } = this.#state;
    this.#history = remember(this.#history, query);
    this.#onMemory({ history: this.#history, options, unit, isListWanted });
  }

  #set(changes: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** A longer selection is a passage, not a word to look for. */
const LONGEST_TAKEN = 80;

export function unitAround(view: ReaderView, found: Span, unit: FoundUnit): Span {
  if (unit === 'words') return found;
  const at = unit === 'sentence' ? 'sentenceAt' : 'paragraphAt';
  const first = view.units[at](found.startUtf16);
  const last = view.units[at](Math.max(found.startUtf16, found.endUtf16 - 1));
  return {
    startUtf16: Math.min(first.startUtf16, found.startUtf16),
    endUtf16: Math.max(last.endUtf16, found.endUtf16),
  };
}
