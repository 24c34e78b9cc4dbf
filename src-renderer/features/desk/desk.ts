import type { Span } from '#domain/coding/span.ts';
import type { SourceId } from '#domain/project/records.ts';
import type { CodingSession } from '#features/coding/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { Arrival } from './arrival.ts';
import {
  closeSplit,
  focusedSide,
  focusSide,
  hasTab,
  keepExisting,
  openOnDesk,
  sideOf,
  type DeskState,
  type OpenWhere,
  type SideId,
} from './desk-state.ts';
import type { StoredDesk } from './stored-desk.ts';
import type { VisitedPlace, VisitedPlaces } from './visited-places.ts';
import { Tabs } from './tabs.ts';
import { WayBack } from './way-back.ts';

/** Where to go. Offsets are UTF-16 units; those past the end of the text mean its end. */
export interface DeskTarget extends Span {
  readonly sourceId: SourceId;
  /** Selects the span, unless it says false: then the caret is put at its start. */
  readonly isSelecting?: boolean;
}

/**
 * The texts that lie open, and the way between them. It knows the readers that show them and tells the session which one
 * is coded; it renders nothing.
 */
export class Desk {
  readonly tabs = new Tabs(this);
  readonly #project: OpenProject;
  readonly #session: CodingSession;
  #state: DeskState;
  readonly #views = new Map<SideId, ReaderView>();
  readonly #arrival = new Arrival();
  readonly #wayBack: WayBack;
  /** What had the focus when a text was asked for that was not there yet. */
  #askedFrom: Element | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #wanting = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject, session: CodingSession, stored: StoredDesk) {
    this.#project = project;
    this.#session = session;
    this.#state = stored.state;
    this.#wayBack = new WayBack(stored.places, this.#exists);
    this.#unsubscribe = project.subscribe((change) => {
      if (change?.sources?.removed) this.#set(keepExisting(this.#state, this.#exists));
      // What undo or redo brings back onto an empty desk is what one would open next.
      const [first] = this.#state.sides.length === 0 ? inOrder(change?.sources?.added ?? []) : [];
      if (first) this.#set(openOnDesk(this.#state, first.id, 'here'));
    });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#arrival.giveUp();
    this.#listeners.clear();
    this.#wanting.clear();
  }

  /** Told whenever somebody wants to be in the text, before it is given the keyboard: what covers it has to give way. */
  onTextWanted(listener: () => void): () => void {
    this.#wanting.add(listener);
    return () => this.#wanting.delete(listener);
  }

  wantText(): void {
    for (const listener of this.#wanting) listener();
  }

  /** The next step back leads there, unless one goes to another place first. */
  comeFrom(back: () => void): void {
    this.#wayBack.comeFrom(back);
    this.#announce();
  }

  get hasDetour(): boolean {
    return this.#wayBack.hasDetour;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DeskState => this.#state;

  get places(): VisitedPlaces {
    return this.#wayBack.places;
  }

  /** The source that is read and coded. */
  get sourceId(): SourceId | null {
    return focusedSide(this.#state)?.activeId ?? null;
  }

  /** The reader on a side; null while its text is being opened. */
  viewOf(sideId: SideId): ReaderView | null {
    return this.#views.get(sideId) ?? null;
  }

  /** Opens a source (`here` unless said otherwise) and gives it the focus. */
  openSource(sourceId: SourceId, { where = 'here' }: { where?: OpenWhere } = {}): void {
    if (!this.#exists(sourceId)) return;
    if (this.#sideShowing(sourceId) === null) this.#project.readAhead(sourceId);
    const next = openOnDesk(this.#state, sourceId, where);
    if (focusedSide(next)?.activeId !== this.sourceId) this.leave();
    this.#set(next);
    this.focusText();
  }

  /**
   * Goes to a passage and remembers the place left, for "back". Where its source is in front on either side it is shown
   * there, else it is opened. Answers, when it is on screen, with true; with false when something else came first.
   */
  async goTo(target: DeskTarget): Promise<boolean> {
    if (!this.#exists(target.sourceId)) return false;
    this.leave();
    const { sourceId, startUtf16, endUtf16, isSelecting = true } = target;
    return this.#goTo(sourceId, this.#sideShowing(sourceId), (view) => {
      const end = view.doc.text.length;
      const span = { startUtf16: Math.min(startUtf16, end), endUtf16: Math.min(endUtf16, end) };
      view.show(span, { select: isSelecting });
    });
  }

  /** Remembers the place one is at, as the first to go back to. To be called before a jump that `goTo` does not do. */
  leave(): void {
    this.#wayBack.leave(this.#here());
    this.#announce();
  }

  canStep(step: 1 | -1): boolean {
    return this.#wayBack.canStep(step, this.#here());
  }

  /** One place back (-1) or forward (1): the text, what was on screen, what was selected. */
  async step(step: 1 | -1): Promise<boolean> {
    const target = this.#wayBack.step(step, this.#here());
    if (target === null) return false;
    if (typeof target === 'function') {
      this.#announce();
      target();
      return true;
    }
    return this.#goTo(target.sourceId, sideOf(this.#state, target.sideId)?.id ?? null, (view) => view.restore(target));
  }

  /** Moves what lies on it, by a function of `desk-state.ts`; the session follows. */
  arrange(change: (state: DeskState) => DeskState): void {
    this.#set(change(this.#state));
  }

  /** A side was clicked into, or its text got the focus otherwise. */
  focusSide(sideId: SideId): void {
    this.#set(focusSide(this.#state, sideId));
  }

  otherSide(): void {
    const other = this.#state.sides.find(({ id }) => id !== this.#state.focusedId);
    if (!other) return;
    this.focusSide(other.id);
    this.focusText();
  }

  /** The text at hand on both sides. */
  split(): void {
    const side = focusedSide(this.#state);
    if (side && this.#state.sides.length === 1) this.openSource(side.activeId, { where: 'beside' });
  }

  closeSplit(): void {
    this.#set(closeSplit(this.#state));
    this.focusText();
  }

  /** Gives the text at hand the keyboard, at once or as soon as it is there. */
  focusText(): void {
    this.wantText();
    const view = this.#views.get(this.#state.focusedId);
    if (view?.sourceId === this.sourceId) view?.focus();
    else this.#askedFrom = document.activeElement;
  }

  /** A reader shows its text. */
  opened(sideId: SideId, view: ReaderView): void {
    this.#views.set(sideId, view);
    this.#session.attach(view);
    this.#arrival.opened(sideId, view);
    const focused = this.#views.get(this.#state.focusedId);
    if (focused) this.#session.activate(focused);
    // Whoever has gone somewhere else in the meantime is not called back.
    const isWaitedFor = [document.body, this.#askedFrom].includes(document.activeElement);
    if (focused === view && isWaitedFor) view.focus();
    this.#announce();
  }

  /** A reader is about to go, or could not open its text. */
  gone(sideId: SideId, view: ReaderView | null): void {
    if (view) this.#session.detach(view);
    if (view === null) this.#arrival.giveUp(sideId);
    if (view === null || this.#views.get(sideId) !== view) return;
    this.#views.delete(sideId);
    this.#announce();
  }

  #goTo(sourceId: SourceId, sideId: SideId | null, show: (view: ReaderView) => void): Promise<boolean> {
    const focused = sideId ? focusSide(this.#state, sideId) : this.#state;
    const next = openOnDesk(focused, sourceId, 'here');
    const arrived = this.#arrival.wait(next.focusedId, sourceId, show);
    this.#set(next);
    this.focusText();
    const view = this.#views.get(next.focusedId);
    if (view) this.#arrival.opened(next.focusedId, view);
    return arrived;
  }

  /** Where a source is in front; of both sides the one with the focus. */
  #sideShowing(sourceId: SourceId): SideId | null {
    const { sides, focusedId } = this.#state;
    const focused = focusedSide(this.#state);
    if (focused?.activeId === sourceId) return focusedId;
    return sides.find(({ activeId }) => activeId === sourceId)?.id ?? (hasTab(focused, sourceId) ? focusedId : null);
  }

  #here(): VisitedPlace | null {
    const sideId = this.#state.focusedId;
    const view = this.#views.get(sideId);
    return view ? { ...view.place(), sourceId: view.sourceId, sideId } : null;
  }

  readonly #exists = (sourceId: SourceId): boolean => this.#project.sources.has(sourceId);

  #set(state: DeskState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#arrival.giveUpUnless((sideId, sourceId) => sideOf(state, sideId)?.activeId === sourceId);
    const view = this.#views.get(state.focusedId);
    // A reader that is about to go does not count: the one that comes announces itself.
    if (view && view.sourceId === this.sourceId) this.#session.activate(view);
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
