import { applyCodes, recode, removeCodings, writeCodingMemo } from '#domain/coding/change-codings.ts';
import type { CodingContent } from '#domain/coding/coding-edits.ts';
import { resizeCoding } from '#domain/coding/change-spans.ts';
import { isInForce, sieveOf, SHOW_ALL, withoutGone, type CodingFilter } from '#domain/coding/coding-filter.ts';
import { trimSpan, type Span } from '#domain/coding/span.ts';
import type { Change } from '#domain/history/change.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import { countWords } from '#domain/corpus/count-words.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { CodeId, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** What is being read and coded right now: what the inspector, the palette and the status line look at. */
export interface SessionState {
  readonly sourceId: SourceId | null;
  /** What is selected, without white space at its edges; null when nothing to code is selected. */
  readonly selection: Span | null;
  readonly selectedWords: number;
  readonly caret: number;
  /** Codings on the selection, or those the caret stands in, shortest first. */
  readonly codingsHere: readonly Coding[];
  /** The coding that was clicked or stepped to. */
  readonly chosenId: CodingId | null;
  /** The code whose definition is in view. */
  readonly codeAtHand: CodeId | null;
  /** Codes most recently given, newest first. */
  readonly recent: readonly CodeId[];
  /** Which codings are to be seen. */
  readonly filter: CodingFilter;
}

const RECENT_CODES = 9;
/** Words of a longer selection (a megabyte of text) are counted when the keys rest. */
const COUNTED_AT_ONCE = 20_000;
const COUNT_AFTER_MS = 200;

/** The one place that turns "this code, here" into a change. Knows the reader that is open; renders nothing. */
export class CodingSession {
  readonly project: OpenProject;
  #state: SessionState = {
    sourceId: null,
    selection: null,
    selectedWords: 0,
    caret: 0,
    codingsHere: [],
    chosenId: null,
    codeAtHand: null,
    recent: [],
    filter: SHOW_ALL,
  };
  /** Those open, of which two may show the same text. */
  readonly #views = new Set<ReaderView>();
  #view: ReaderView | null = null;
  #counting: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject) {
    this.project = project;
    this.#unsubscribe = project.subscribe((change) => {
      if (!change) return;
      for (const view of this.#views) view.take(change);
      if (change.codes && isInForce(this.#state.filter)) this.filter(this.#state.filter);
      if (change.codings) this.#look();
    });
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
    if (view === this.#view) this.#look({ chosenId: null });
  }

  /** Selects a coding's span and shows it. */
  choose(coding: Coding): void {
    this.#view?.show(coding);
    this.#look({ chosenId: coding.id, codeAtHand: coding.codeId });
  }

  holdCode(codeAtHand: CodeId | null): void {
    if (codeAtHand !== this.#state.codeAtHand) this.#set({ codeAtHand });
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

  /**
   * Gives codes to the selection. Answers how many codings came to be: none when all were there already, or nothing is
   * selected.
   */
  async code(codeIds: readonly CodeId[]): Promise<number> {
    const view = this.#view;
    const { selection } = this.#state;
    if (!view || !selection || codeIds.length === 0) return 0;
    const change = applyCodes(
      {
        sourceId: view.sourceId,
        text: view.doc,
        span: selection,
        coderId: this.project.coderId,
        existing: view.index.overlapping(selection.startUtf16, selection.endUtf16),
      },
      codeIds,
      this.project.environment,
    );
    const count = change.codings?.added?.length ?? 0;
    this.#set({
      recent: [...codeIds, ...this.#state.recent.filter((id) => !codeIds.includes(id))].slice(0, RECENT_CODES),
    });
    if (count === 0) return 0;
    const name = this.project.codes.get(codeIds[0] as CodeId)?.name ?? '';
    const label = count === 1 ? { key: 'code', params: { name } } : { key: 'codeSeveral', params: { count } };
    await this.project.commit(change, { label, policy: 'undoable' });
    return count;
  }

  /** Removes codings with the memos on them; answers with what went. */
  async remove(codings: readonly Coding[]): Promise<Change> {
    const [first] = codings;
    if (!first) return {};
    const name = this.project.codes.get(first.codeId)?.name ?? '';
    const label =
      codings.length === 1
        ? { key: 'removeCoding', params: { name } }
        : { key: 'removeCodings', params: { count: codings.length } };
    const change = withMemosOf(removeCodings(codings), this.project.memos.values());
    await this.project.commit(change, { label, policy: 'undoable' });
    return change;
  }

  /** Puts a coding on another span of its text, without white space at the edges. Answers with what stands there then. */
  async resize(coding: Coding, span: Span): Promise<Coding | null> {
    const text = await this.textOf(coding.sourceId);
    const trimmed = trimSpan(text.text, span);
    if (!trimmed) return null;
    const change = resizeCoding(coding, trimmed, text, this.contentOf(coding.sourceId), this.project.environment);
    await this.project.commit(change, { label: this.#label('resizeCoding', coding.codeId), policy: 'undoable' });
    return this.project.codingsOf(coding.sourceId).find((now) => isAt(now, coding, trimmed)) ?? null;
  }

  /** What a change of codings of a source has to reckon with. */
  contentOf(sourceId: SourceId): CodingContent {
    return { existing: this.project.codingsOf(sourceId), memos: this.project.memos.values() };
  }

  async textOf(sourceId: SourceId): Promise<DocText> {
    const shown = [...this.#views].find((view) => view.sourceId === sourceId);
    return shown?.doc ?? (await this.project.loadSource(sourceId));
  }

  async recode(coding: Coding, codeId: CodeId): Promise<void> {
    if (coding.codeId === codeId) return;
    const change = recode(coding, codeId, this.contentOf(coding.sourceId), this.project.environment);
    await this.project.commit(change, { label: this.#label('recode', codeId), policy: 'undoable' });
  }

  /** Typing joins into one undo step per coding. */
  async writeMemo(coding: Coding, memo: string): Promise<void> {
    const current = this.project.codings.get(coding.id);
    if (!current || current.memo === memo) return;
    const name = this.project.codes.get(coding.codeId)?.name ?? '';
    const change = writeCodingMemo(current, memo, this.project.environment);
    await this.project.commit(change, {
      label: { key: 'codingMemo', params: { name, id: coding.id } },
      policy: 'joins-previous',
    });
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

  #label(key: string, codeId: CodeId): Label {
    return { key, params: { name: this.project.codes.get(codeId)?.name ?? '' } };
  }

  #look(also: Partial<SessionState> = {}): void {
    const view = this.#view;
    if (!view) {
      this.#set({ selection: null, selectedWords: 0, caret: 0, codingsHere: [], ...also });
      return;
    }
    const raw = view.caret.selection;
    const selection = raw && trimSpan(view.doc.text, raw);
    const { focus } = view.caret.state;
    const chosenId = also.chosenId === undefined ? this.#state.chosenId : also.chosenId;
    const codingsHere = selection ? onSelection(view, selection) : view.index.at(focus);
    this.#set({
      selection,
      selectedWords: selection ? this.#wordsIn(view, selection) : 0,
      caret: focus,
      codingsHere,
      ...also,
      chosenId: codingsHere.some(({ id }) => id === chosenId) ? chosenId : null,
    });
  }

  #wordsIn(view: ReaderView, span: Span): number {
    const { selection, selectedWords } = this.#state;
    if (selection?.startUtf16 === span.startUtf16 && selection.endUtf16 === span.endUtf16) return selectedWords;
    clearTimeout(this.#counting);
    const count = (): number => countWords(view.doc.text.slice(span.startUtf16, span.endUtf16));
    if (span.endUtf16 - span.startUtf16 <= COUNTED_AT_ONCE) return count();
    this.#counting = setTimeout(() => this.#set({ selectedWords: count() }), COUNT_AFTER_MS);
    return 0;
  }

  #set(changes: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Those exactly on the selection first, then those around or inside it. */
function onSelection(view: ReaderView, { startUtf16, endUtf16 }: Span): Coding[] {
  const distance = (coding: Coding): number =>
    Math.abs(coding.startUtf16 - startUtf16) + Math.abs(coding.endUtf16 - endUtf16);
  return view.index.overlapping(startUtf16, endUtf16).sort((a, b) => distance(a) - distance(b));
}

function isAt(coding: Coding, { codeId, coderId }: Coding, { startUtf16, endUtf16 }: Span): boolean {
  const isHere = coding.startUtf16 === startUtf16 && coding.endUtf16 === endUtf16;
  return isHere && coding.codeId === codeId && coding.coderId === coderId;
}
