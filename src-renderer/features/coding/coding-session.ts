import { applyCodes, recode, removeCodings, weighCoding, writeCodingMemo } from '#domain/coding/change-codings.ts';
import type { CodingContent } from '#domain/coding/coding-edits.ts';
import { isInForce, sieveOf, SHOW_ALL, withoutGone, type CodingFilter } from '#domain/coding/coding-filter.ts';
import { resizeCoding, splitCoding } from '#domain/coding/change-spans.ts';
import { groupsToMerge, mergeCodings, overlapsToMerge } from '#domain/coding/merge-codings.ts';
import { trimSpan, type Span } from '#domain/coding/span.ts';
import { isEmpty, squash, type Change } from '#domain/history/change.ts';
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
  /** The codes that were given last, together on one passage: what "again" means. */
  readonly lastGiven: readonly CodeId[];
  /** Codes taken from a passage, to be given to another. */
  readonly copied: readonly CodeId[];
  /** Letters and digits give their codes, sentence after sentence. */
  readonly isCodingMode: boolean;
  /** The field of a coding's weight is to have the focus as soon as it is there. */
  readonly isWeightWanted: boolean;
  /** What a screen reader shall say next; counted, since the same may be said twice. */
  readonly said: { readonly words: string; readonly count: number };
}

/** A code that is only known when its turn has come, and what belongs to the same undo step. */
export interface PlannedCode {
  readonly codeId: CodeId;
  /** Goes first: a code that is made on the spot. */
  readonly before?: Change;
  readonly label?: Label;
}

/** What a person had given before: found again when the project is opened anew. */
export interface GivenBefore {
  readonly recent: readonly CodeId[];
  readonly lastGiven: readonly CodeId[];
}

export const RECENT_CODES = 9;
/** Codings further apart do not touch, whatever white space is between them. */
const NEAR_UTF16 = 64;
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
    lastGiven: [],
    copied: [],
    isCodingMode: false,
    isWeightWanted: false,
    said: { words: '', count: 0 },
  };
  /** Those open, of which two may show the same text. */
  readonly #views = new Set<ReaderView>();
  #view: ReaderView | null = null;
  #lastCoded: Span | null = null;
  #counting: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject) {
    this.project = project;
    this.#unsubscribe = project.subscribe((change) => {
      if (!change) return;
      for (const view of this.#views) view.take(change);
      if (change.codes?.removed) this.#forgetCodes();
      if (change.codes && isInForce(this.#state.filter)) this.filter(this.#state.filter);
      if (change.codings) this.#followSpan(change.codings.updated ?? []);
      if (change.codings) this.#look();
    });
  }

  /** A selection on a coding that has another span now goes with it, or the next key would code words that are nobody's. */
  #followSpan(updated: readonly (readonly [Coding, Coding])[]): void {
    const { selection, sourceId, chosenId } = this.#state;
    if (!selection) return;
    const moved = updated.find(([from]) => from.sourceId === sourceId && isOn(from, selection))?.[1];
    if (!moved || isOn(moved, selection)) return;
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
  remember({ recent, lastGiven }: GivenBefore): void {
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
    return this.project.inTurn(() => this.#code(view, span, codeIds));
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
      await this.#code(view, span, [planned.codeId], planned);
      return planned;
    });
  }

  async #code(
    view: ReaderView,
    span: Span,
    codeIds: readonly CodeId[],
    { before = {}, label }: Partial<PlannedCode> = {},
  ): Promise<Coding[]> {
    const existing = view.index.overlapping(span.startUtf16, span.endUtf16);
    const { sourceId, doc: text } = view;
    const passage = { sourceId, text, span, coderId: this.project.coderId, existing };
    const change = applyCodes(passage, codeIds, this.project.environment);
    const added = change.codings?.added ?? [];
    if (added.length === 0) return [];
    await this.project.commit(squash([before, change]), {
      label: label ?? this.#labelOfMany('code', 'codeSeveral', added),
      policy: 'undoable',
    });
    return [...added];
  }

  /** Remembers the codes of a passage; answers how many. */
  copyCodes(codings: readonly Coding[]): number {
    const copied = [...new Set(codings.map(({ codeId }) => codeId))];
    if (copied.length > 0) this.#set({ copied });
    return copied.length;
  }

  /** Removes codings with the memos on them; answers with what went. */
  remove(codings: readonly Coding[]): Promise<Change> {
    return this.project.inTurn(async () => {
      const there = this.#now(codings);
      if (there.length === 0) return {};
      const label = this.#labelOfMany('removeCoding', 'removeCodings', there);
      const change = withMemosOf(removeCodings(there), this.project.memos.values());
      await this.project.commit(change, { label, policy: 'undoable' });
      return change;
    });
  }

  /** Puts a coding on another span of its text, without white space at the edges. Answers with what stands there then. */
  resize(coding: Coding, span: Span): Promise<Coding | null> {
    return this.project.inTurn(async () => {
      const text = await this.textOf(coding.sourceId);
      const trimmed = trimSpan(text.text, span);
      const [current] = this.#now([coding]);
      if (!trimmed || !current) return null;
      const change = resizeCoding(current, trimmed, text, this.contentOf(coding.sourceId), this.project.environment);
      await this.project.commit(change, { label: this.#label('resizeCoding', coding.codeId), policy: 'undoable' });
      return this.project.codingsOf(coding.sourceId).find((now) => isAt(now, coding, trimmed)) ?? null;
    });
  }

  /** Cuts a coding in two; false where there is nothing to cut off. */
  split(coding: Coding, at: number): Promise<boolean> {
    return this.project.inTurn(async () => {
      const text = await this.textOf(coding.sourceId);
      const [current] = this.#now([coding]);
      if (!current) return false;
      const change = splitCoding(current, at, text, this.contentOf(coding.sourceId), this.project.environment);
      await this.project.commit(change, { label: this.#label('splitCoding', coding.codeId), policy: 'undoable' });
      return !isEmpty(change);
    });
  }

  /** Makes one coding of those that hang together, wherever some do. Answers how many went into it. */
  merge(codings: readonly Coding[]): Promise<number> {
    return this.project.inTurn(async () => {
      const merged: Coding[] = [];
      const changes: Change[] = [];
      for (const [sourceId, there] of bySource(this.#now(codings))) {
        if (there.length < 2) continue;
        const text = await this.textOf(sourceId);
        merged.push(...groupsToMerge(there, text).flat());
        changes.push(mergeCodings(there, text, this.contentOf(sourceId), this.project.environment));
      }
      const [first] = merged;
      if (!first) return 0;
      const { params } = this.#label('mergeCodings', first.codeId);
      const isOfOne = merged.every(({ codeId }) => codeId === first.codeId);
      const label = isOfOne
        ? { key: 'mergeCodings', params: { ...params, count: merged.length } }
        : { key: 'mergeSeveral', params: { count: merged.length } };
      await this.project.commit(squash(changes), { label, policy: 'undoable' });
      return merged.length;
    });
  }

  /** What a coding of the text at hand could be merged with. */
  mergeable(coding: Coding): Coding[] {
    const view = this.#view;
    if (view?.sourceId !== coding.sourceId) return [];
    const near = view.index.overlapping(coding.startUtf16 - NEAR_UTF16, coding.endUtf16 + NEAR_UTF16);
    return overlapsToMerge(coding, near, view.doc);
  }

  /** @param weight a whole number from 0 to 100; undefined takes it away. One undo step per coding while it slides. */
  weigh(coding: Coding, weight: number | undefined): Promise<void> {
    return this.project.inTurn(async () => {
      const [current] = this.#now([coding]);
      if (!current) return;
      const { key, params } = this.#label('weighCoding', coding.codeId);
      const label = { key, params: { ...params, id: coding.id } };
      const change = weighCoding(current, weight, this.project.environment);
      await this.project.commit(change, { label, policy: 'joins-previous' });
    });
  }

  /** What a change of codings of a source has to reckon with. */
  contentOf(sourceId: SourceId): CodingContent {
    return { existing: this.project.codingsOf(sourceId), memos: this.project.memos.values() };
  }

  async textOf(sourceId: SourceId): Promise<DocText> {
    const shown = [...this.#views].find((view) => view.sourceId === sourceId);
    return shown?.doc ?? (await this.project.loadSource(sourceId));
  }

  /** Gives codings another code, all in one step. Answers how many had another one. */
  recode(codings: readonly Coding[], codeId: CodeId): Promise<number> {
    return this.project.inTurn(async () => {
      const others = this.#now(codings).filter((coding) => coding.codeId !== codeId);
      if (others.length === 0) return 0;
      const changes = Array.from(bySource(others), ([sourceId, there]) =>
        recode(there, codeId, this.contentOf(sourceId), this.project.environment),
      );
      const one = this.#label('recode', codeId);
      const label =
        others.length === 1 ? one : { key: 'recodeSeveral', params: { ...one.params, count: others.length } };
      await this.project.commit(squash(changes), { label, policy: 'undoable' });
      return others.length;
    });
  }

  /** Typing joins into one undo step per coding. */
  writeMemo(coding: Coding, memo: string): Promise<void> {
    return this.project.inTurn(async () => {
      const [current] = this.#now([coding]);
      if (!current || current.memo === memo) return;
      const { key, params } = this.#label('codingMemo', coding.codeId);
      const label = { key, params: { ...params, id: coding.id } };
      const change = writeCodingMemo(current, memo, this.project.environment);
      await this.project.commit(change, { label, policy: 'joins-previous' });
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

  /** Codings as they are now, without those that have gone meanwhile. */
  #now(codings: readonly Coding[]): Coding[] {
    return codings.flatMap(({ id }) => this.project.codings.get(id) ?? []);
  }

  #label(key: string, codeId: CodeId): Label {
    return { key, params: { name: this.project.codes.get(codeId)?.name ?? '' } };
  }

  #labelOfMany(one: string, several: string, codings: readonly Coding[]): Label {
    const [first] = codings;
    return first && codings.length === 1
      ? this.#label(one, first.codeId)
      : { key: several, params: { count: codings.length } };
  }

  /** Codes that are gone cannot be given again. */
  #forgetCodes(): void {
    const { recent, lastGiven, copied } = this.#state;
    const isThere = (id: CodeId): boolean => this.project.codes.has(id);
    this.#set({
      recent: recent.filter(isThere),
      lastGiven: lastGiven.filter(isThere),
      copied: copied.filter(isThere),
    });
  }

  /** Codes given one after the other to one passage are given together. */
  #noteGiven(codeIds: readonly CodeId[], span: Span): void {
    const { recent, lastGiven } = this.#state;
    const last = this.#lastCoded;
    const isSame = last?.startUtf16 === span.startUtf16 && last.endUtf16 === span.endUtf16;
    this.#lastCoded = span;
    this.#set({
      recent: [...codeIds, ...recent.filter((id) => !codeIds.includes(id))].slice(0, RECENT_CODES),
      lastGiven: [...new Set([...(isSame ? lastGiven : []), ...codeIds])],
    });
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

function bySource(codings: readonly Coding[]): Map<SourceId, Coding[]> {
  const groups = new Map<SourceId, Coding[]>();
  for (const coding of codings) {
    const group = groups.get(coding.sourceId);
    if (group) group.push(coding);
    else groups.set(coding.sourceId, [coding]);
  }
  return groups;
}

function isOn({ startUtf16, endUtf16 }: Span, span: Span): boolean {
  return startUtf16 === span.startUtf16 && endUtf16 === span.endUtf16;
}
