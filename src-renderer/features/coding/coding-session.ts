import { isInForce, sieveOf, withoutGone, type CodingFilter } from '#domain/coding/coding-filter.ts';
import { overlapsToMerge } from '#domain/coding/merge-codings.ts';
import { isSameSpan, type Span } from '#domain/coding/span.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { noteCodesUsed, treeOf } from '#features/codebook/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { CodingWriter, type PlannedCode } from './coding-writer.ts';
import { forgetCodes, giveCodes, type GivenCodes } from './given-codes.ts';
import { sessionBegins, type SessionState } from './session-state.ts';
import { SelectedWords, whatIsHere } from './what-is-here.ts';

/** Codings further apart do not touch, whatever white space is between them. */
const NEAR_UTF16 = 64;
/** The one place that turns "this code, here" into a change. Knows the readers that are open, and what is at hand in them; renders nothing. */
export class CodingSession {
  readonly project: OpenProject;
  /** What is done to the codings that are there. */
  readonly writer: CodingWriter;
  #state = sessionBegins;
  /** Those open, of which two may show the same text. */
  readonly #views = new Set<ReaderView>();
  #view: ReaderView | null = null;
  #areCovered = false;
  #lastCoded: Span | null = null;
  readonly #words = new SelectedWords((selectedWords) => this.#set({ selectedWords }));
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject) {
    this.project = project;
    this.writer = new CodingWriter(
      project,
      (sourceId) => [...this.#views].find((view) => view.sourceId === sourceId)?.doc,
    );
    this.#unsubscribe = project.subscribe((change) => {
      if (!change) return;
      for (const view of this.#views) view.take(change);
      if (change.codes?.removed) this.#set(forgetCodes(this.#state, (id) => project.codes.has(id)));
      if (change.codes && isInForce(this.#state.filter)) this.filter(this.#state.filter);
      if (change.codings) this.#followSpan(change.codings.updated ?? []);
      if (change.codings) this.#look();
    });
  }

  /** A selection on a coding that has another span now goes with it, or the next key would code words that are nobody's. */
  #followSpan(updated: readonly (readonly [Coding, Coding])[]): void {
    const { selection, sourceId, chosenId } = this.#state;
    if (!selection) return;
    const moved = updated.find(([from]) => from.sourceId === sourceId && isSameSpan(from, selection))?.[1];
    if (!moved || isSameSpan(moved, selection)) return;
    this.#view?.caret.select(moved.startUtf16, moved.endUtf16, { scroll: false });
    this.#look({ chosenId });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SessionState => this.#state;

  get view(): ReaderView | null {
    return this.#view;
  }

  /** A reader has opened a text and is the one at hand. */
  attach(view: ReaderView): void {
    this.#views.add(view);
    view.cover(this.#areCovered);
    if (isInForce(this.#state.filter)) view.filter(this.#sieve());
    this.activate(view);
  }

  /** A reader is gone; another one that is open is at hand then. */
  detach(view: ReaderView): void {
    this.#views.delete(view);
    if (view === this.#view) this.activate([...this.#views].at(-1) ?? null);
  }

  /** Of two texts side by side the one that has the focus is the one that is coded. */
  activate(view: ReaderView | null): void {
    if (view === this.#view) return;
    this.#view = view;
    this.#set({ sourceId: view?.sourceId ?? null, chosenId: null });
    this.#look();
  }

  /** Caret or selection moved. */
  caretMoved(view: ReaderView): void {
    if (view === this.#view) this.#look({ chosenId: null, isWeightWanted: false });
  }

  /** Selects a coding's span and shows it. */
  choose(coding: Coding): void {
    this.#view?.show(coding);
    this.#look({ chosenId: coding.id, codeAtHand: coding.codeId });
  }

  holdCode(codeAtHand: CodeId | null): void {
    if (codeAtHand !== this.#state.codeAtHand) this.#set({ codeAtHand });
  }

  /** Something else lies over the texts, or no longer. */
  cover(areCovered: boolean): void {
    this.#areCovered = areCovered;
    for (const view of this.#views) view.cover(areCovered);
  }

  /** All passages of a code stand out, in every text that is open; null lets them rest. */
  raiseCode(codeId: CodeId | null): void {
    for (const view of this.#views) view.raiseCode(codeId);
  }

  /** Shows what a filter lets through, in every text that is open; the codings themselves stay as they are. */
  filter(filter: CodingFilter): void {
    const tree = treeOf(this.project);
    this.#set({
      filter: withoutGone(filter, { has: (id) => tree.has(id), hasCoder: (id) => this.project.coders.has(id) }),
    });
    for (const view of this.#views) view.filter(this.#sieve());
  }

  #sieve(): ReturnType<typeof sieveOf> {
    return sieveOf(this.#state.filter, treeOf(this.project));
  }

  setCodingMode(isCodingMode: boolean): void {
    this.#set({ isCodingMode });
  }

  wantWeight(isWeightWanted: boolean): void {
    this.#set({ isWeightWanted });
  }

  /** For those who do not see what has changed on the page. */
  say(words: string): void {
    this.#set({ said: { words, count: this.#state.said.count + 1 } });
  }

  /** The coding that was clicked or stepped to, else the one nearest to the selection or around the caret. */
  get codingAtHand(): Coding | null {
    const { codingsHere, chosenId } = this.#state;
    return codingsHere.find(({ id }) => id === chosenId) ?? codingsHere[0] ?? null;
  }

  /** Takes up what was given when the project was open last. */
  remember({ recent, lastGiven }: GivenCodes): void {
    noteCodesUsed(this.project, recent);
    this.#set({ recent, lastGiven });
  }

  /**
   * Gives codes to the selection, or to another span of the text at hand. Answers with the codings that came to be: none
   * when all were there already, or nothing is selected.
   */
  code(codeIds: readonly CodeId[], { span = this.#state.selection }: { span?: Span | null } = {}): Promise<Coding[]> {
    const view = this.#view;
    if (!view || !span || codeIds.length === 0) return Promise.resolve([]);
    this.#noteGiven(codeIds, span);
    return this.project.inTurn(() => this.writer.give(view, span, codeIds));
  }

  /** Gives the selection a code that is planned when all that was asked for before is done; null where there is none to give. */
  codePlanned<P extends PlannedCode>(plan: () => P | null): Promise<P | null> {
    const view = this.#view;
    const span = this.#state.selection;
    if (!view || !span) return Promise.resolve(null);
    return this.project.inTurn(async () => {
      const planned = plan();
      if (!planned) return null;
      this.#noteGiven([planned.codeId], span);
      await this.writer.give(view, span, [planned.codeId], planned);
      return planned;
    });
  }

  /** Remembers the codes of a passage; answers how many. */
  copyCodes(codings: readonly Coding[]): number {
    const copied = [...new Set(codings.map(({ codeId }) => codeId))];
    if (copied.length > 0) this.#set({ copied });
    return copied.length;
  }

  /** What a coding of the text at hand could be merged with. */
  mergeable(coding: Coding): Coding[] {
    const view = this.#view;
    if (view?.sourceId !== coding.sourceId) return [];
    const near = view.index.overlapping(coding.startUtf16 - NEAR_UTF16, coding.endUtf16 + NEAR_UTF16);
    return overlapsToMerge(coding, near, view.doc);
  }

  /** To the next (1) or previous (-1) coding from the caret; `isSelecting` takes its whole span. */
  step(direction: 1 | -1, isSelecting: boolean): Coding | null {
    const view = this.#view;
    if (!view) return null;
    const { anchor, focus } = view.caret.state;
    const from = Math.min(anchor, focus);
    const coding = direction === 1 ? view.shown.nextAfter(from) : view.shown.lastBefore(from);
    if (!coding) return null;
    view.show(coding, { select: isSelecting });
    this.#look({ chosenId: coding.id, codeAtHand: coding.codeId });
    return coding;
  }

  #noteGiven(codeIds: readonly CodeId[], span: Span): void {
    this.#set(giveCodes(this.#state, codeIds, isSameSpan(this.#lastCoded, span)));
    this.#lastCoded = span;
    noteCodesUsed(this.project, codeIds);
  }

  #look(also: Partial<SessionState> = {}): void {
    const view = this.#view;
    const here = whatIsHere(view);
    const chosenId = also.chosenId === undefined ? this.#state.chosenId : also.chosenId;
    this.#set({
      ...here,
      selectedWords: this.#words.count(view?.doc ?? null, here.selection),
      ...also,
      chosenId: here.codingsHere.some(({ id }) => id === chosenId) ? chosenId : null,
    });
  }

  #set(changes: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
