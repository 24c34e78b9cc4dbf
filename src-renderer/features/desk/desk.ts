import type { Span } from '#domain/coding/span.ts';
import type { SourceId } from '#domain/project/records.ts';
import type { CodingSession } from '#features/coding/index.ts';
import { inOrder } from '#features/corpus/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import {
  activateTab,
  closeOtherTabs,
  closeSplit,
  closeTab,
  focusedSide,
  focusSide,
  hasTab,
  keepExisting,
  keepTab,
  moveToOtherSide,
  openOnDesk,
  reorderTab,
  sideOf,
  stepTab,
  type DeskState,
  type OpenWhere,
  type SideId,
} from './desk-state.ts';
import type { StoredDesk } from './stored-desk.ts';
import { leavePlace, stepPlace, type VisitedPlace, type VisitedPlaces } from './visited-places.ts';

/** Where to go. Offsets are UTF-16 units; those past the end of the text mean its end. */
export interface DeskTarget extends Span {
  readonly sourceId: SourceId;
  /** Selects the span, unless it says false: then the caret is put at its start. */
  readonly isSelecting?: boolean;
}

/** What waits for a text that is being opened. */
interface Arrival {
  readonly sideId: SideId;
  readonly sourceId: SourceId;
  readonly show: (view: ReaderView) => void;
  readonly resolve: (hasArrived: boolean) => void;
}

/**
 * The texts that lie open, and the way between them. It knows the readers that show them and tells the session which one
 * is coded; it renders nothing.
 */
export class Desk {
  readonly #project: OpenProject;
  readonly #session: CodingSession;
  #state: DeskState;
  #places: VisitedPlaces;
  readonly #views = new Map<SideId, ReaderView>();
  #arrival: Arrival | null = null;
  /** What had the focus when a text was asked for that was not there yet. */
  #askedFrom: Element | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #wanting = new Set<() => void>();
  /** Where "back" leads first, when a text was come to from something that is no text. */
  #detour: (() => void) | null = null;
  readonly #unsubscribe: () => void;

  constructor(project: OpenProject, session: CodingSession, stored: StoredDesk) {
    this.#project = project;
    this.#session = session;
    this.#state = stored.state;
    this.#places = stored.places;
    this.#unsubscribe = project.subscribe((change) => {
      if (change?.sources?.removed) this.#set(keepExisting(this.#state, this.#exists));
      // What undo or redo brings back onto an empty desk is what one would open next.
      const [first] = this.#state.sides.length === 0 ? inOrder(change?.sources?.added ?? []) : [];
      if (first) this.#set(openOnDesk(this.#state, first.id, 'here'));
    });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#arrived(false);
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
    this.#detour = back;
    this.#announce();
  }

  get hasDetour(): boolean {
    return this.#detour !== null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DeskState => this.#state;

  get places(): VisitedPlaces {
    return this.#places;
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
    this.#detour = null;
    const here = this.#here();
    if (!here) return;
    this.#places = leavePlace(this.#places, here);
    this.#announce();
  }

  canStep(step: 1 | -1): boolean {
    return stepPlace(this.#places, step, this.#here(), this.#exists) !== null;
  }

  /** One place back (-1) or forward (1): the text, what was on screen, what was selected. */
  async step(step: 1 | -1): Promise<boolean> {
    const detour = this.#detour;
    this.#detour = null;
    if (detour && step === -1) {
      detour();
      return true;
    }
    const found = stepPlace(this.#places, step, this.#here(), this.#exists);
    if (!found) return false;
    this.#places = found.places;
    const { target } = found;
    return this.#goTo(target.sourceId, sideOf(this.#state, target.sideId)?.id ?? null, (view) => view.restore(target));
  }

  activate(sideId: SideId, sourceId: SourceId): void {
    this.#set(activateTab(this.#state, sideId, sourceId));
    this.focusText();
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

  stepTab(step: 1 | -1): void {
    this.#set(stepTab(this.#state, step));
    this.focusText();
  }

  /** Closing leaves a place: "back" opens the text again. */
  closeTab(sideId: SideId, sourceId: SourceId): void {
    if (sideId === this.#state.focusedId && sourceId === this.sourceId) this.leave();
    this.#set(closeTab(this.#state, sideId, sourceId));
    this.focusText();
  }

  closeOtherTabs(sideId: SideId, sourceId: SourceId): void {
    this.#set(closeOtherTabs(this.#state, sideId, sourceId));
  }

  reorderTab(sideId: SideId, sourceId: SourceId, to: number): void {
    this.#set(reorderTab(this.#state, sideId, sourceId, to));
  }

  moveTab(sideId: SideId, sourceId: SourceId, to?: number): void {
    this.#set(moveToOtherSide(this.#state, sideId, sourceId, to));
    this.focusText();
  }

  keepTab(sideId: SideId, sourceId: SourceId, isKept: boolean): void {
    this.#set(keepTab(this.#state, sideId, sourceId, isKept));
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
    const arrival = this.#arrival;
    if (arrival?.sideId === sideId && arrival.sourceId === view.sourceId) {
      arrival.show(view);
      this.#arrived(true);
    }
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
    if (view === null && this.#arrival?.sideId === sideId) this.#arrived(false);
    if (view === null || this.#views.get(sideId) !== view) return;
    this.#views.delete(sideId);
    this.#announce();
  }

  #goTo(sourceId: SourceId, sideId: SideId | null, show: (view: ReaderView) => void): Promise<boolean> {
    this.#arrived(false);
    const before = this.#state;
    const focused = sideId ? focusSide(before, sideId) : before;
    const next = openOnDesk(focused, sourceId, 'here');
    return new Promise((resolve) => {
      this.#arrival = { sideId: next.focusedId, sourceId, show, resolve };
      this.#set(next);
      this.focusText();
      const view = this.#views.get(next.focusedId);
      if (view?.sourceId !== sourceId) return;
      show(view);
      this.#arrived(true);
    });
  }

  #arrived(hasArrived: boolean): void {
    this.#arrival?.resolve(hasArrived);
    this.#arrival = null;
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
    const arrival = this.#arrival;
    if (arrival && sideOf(state, arrival.sideId)?.activeId !== arrival.sourceId) this.#arrived(false);
    const view = this.#views.get(state.focusedId);
    // A reader that is about to go does not count: the one that comes announces itself.
    if (view && view.sourceId === this.sourceId) this.#session.activate(view);
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
