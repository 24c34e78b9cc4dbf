import type { Span } from '#domain/coding/span.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import { DrawnCaret } from './drawn-caret.ts';
import { LineGeometry, type Affinity } from './line-geometry.ts';
import type { Page } from './page.ts';

export interface CaretState {
  readonly anchor: number;
  readonly focus: number;
}

/** Farther from the focus than this, the DOM selection does not reach: long selections stay cheap. */
const PROJECTED_PARAGRAPHS = 40;

/**
 * The caret and the selection of a text that cannot be edited. The truth is a pair of offsets; the DOM selection is only
 * its projection near the focus, for screen readers, and the place where the browser's line moves are asked for.
 */
export class Caret {
  #state: CaretState = { anchor: 0, focus: 0 };
  #affinity: Affinity = 'downstream';
  /** Where up and down want to stay, in client pixels; null takes the caret's own place. */
  #goalX: number | null = null;
  #applied: { anchorNode: Node | null; anchorOffset: number; focusNode: Node | null; focusOffset: number } | null =
    null;
  readonly #page: Page;
  readonly #units: TextUnits;
  readonly geometry: LineGeometry;
  readonly #drawn: DrawnCaret;
  readonly #onChange: (state: CaretState) => void;

  constructor(page: Page, units: TextUnits, element: HTMLElement, onChange: (state: CaretState) => void) {
    this.#page = page;
    this.#units = units;
    this.geometry = new LineGeometry(page, units);
    this.#drawn = new DrawnCaret(element, page.host);
    this.#onChange = onChange;
  }

  get state(): CaretState {
    return this.#state;
  }

  /** The selected span, null when nothing is selected. */
  get selection(): Span | null {
    const { anchor, focus } = this.#state;
    return anchor === focus ? null : { startUtf16: Math.min(anchor, focus), endUtf16: Math.max(anchor, focus) };
  }

  /** Puts caret or selection somewhere and shows it. */
  select(anchor: number, focus: number, { scroll = true } = {}): void {
    this.#goalX = null;
    this.#affinity = 'downstream';
    this.#set({ anchor, focus }, scroll);
  }

  move(focus: number, isExtending: boolean): void {
    this.#goalX = null;
    this.#affinity = 'downstream';
    this.#set({ anchor: isExtending ? this.#state.anchor : focus, focus }, true);
  }

  /** A step sideways; without Shift a selection first collapses to the edge the arrow points to. */
  step(next: (offset: number) => number, direction: 1 | -1, isExtending: boolean): void {
    const { selection } = this;
    if (selection && !isExtending) this.move(direction === 1 ? selection.endUtf16 : selection.startUtf16, false);
    else this.move(next(this.#state.focus), isExtending);
  }

  /** Up or down a line, keeping the column. */
  moveByLine(direction: 1 | -1, isExtending: boolean): void {
    this.#page.fillAround(this.#state.focus);
    const box = this.box();
    if (!box) return;
    const goalX = (this.#goalX ??= box.left);
    const found = this.geometry.offsetBeyond(this.#state.focus, box, direction, goalX);
    if (!found) {
      this.move(direction === 1 ? this.#page.doc.text.length : 0, isExtending);
      return;
    }
    this.#affinity = found.affinity;
    this.#set({ anchor: isExtending ? this.#state.anchor : found.offset, focus: found.offset }, true);
    this.#goalX = goalX;
  }

  /** Start or end of the line as it is wrapped on screen. */
  moveToLineEdge(direction: 1 | -1, isExtending: boolean): void {
    this.#page.fillAround(this.#state.focus);
    const paragraph = this.#page.doc.paragraphAt(this.#state.focus);
    const lines = this.geometry.linesOf(paragraph, this.#state.focus);
    const box = this.box();
    if (!box) return;
    const middle = (box.top + box.bottom) / 2;
    const line = lines.find(({ top, bottom }) => top <= middle && middle <= bottom) ?? lines[0];
    const focus = line ? (direction === 1 ? line.end : line.start) : this.#state.focus;
    this.#goalX = null;
    const isWrapped = line !== undefined && line !== lines[lines.length - 1];
    this.#affinity = direction === 1 && isWrapped ? 'upstream' : 'downstream';
    this.#set({ anchor: isExtending ? this.#state.anchor : focus, focus }, true);
  }

  /** A screenful up or down; the caret keeps its place on screen. */
  moveByPage(direction: 1 | -1, isExtending: boolean): void {
    const { scroller } = this.#page;
    this.#page.fillAround(this.#state.focus);
    const box = this.box();
    if (!box) return;
    const goalX = (this.#goalX ??= box.left);
    const distance = Math.max(60, scroller.clientHeight - 60);
    const before = scroller.scrollTop;
    scroller.scrollTop += direction * distance;
    this.#page.follow();
    const scrolled = scroller.scrollTop - before;
    const isAtEdge = Math.abs(scrolled) < 1;
    const found = isAtEdge ? null : this.geometry.offsetNear(goalX, (box.top + box.bottom) / 2);
    const focus = found?.offset ?? (direction === 1 ? this.#page.doc.text.length : 0);
    this.#affinity = found?.affinity ?? 'downstream';
    this.#set({ anchor: isExtending ? this.#state.anchor : focus, focus }, isAtEdge);
    this.#goalX = goalX;
  }

  /** Takes over what the mouse or the browser's search selected. Answers whether it was news. */
  adoptDomSelection(): boolean {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode || this.#isApplied(selection)) return false;
    const anchor = this.#page.places.offsetOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.#page.places.offsetOf(selection.focusNode, selection.focusOffset);
    if (anchor === null || focus === null) return false;
    this.#goalX = null;
    this.#affinity = 'downstream';
    this.#state = { anchor: this.#units.snap(anchor), focus: this.#units.snap(focus) };
    this.#rememberApplied(selection);
    this.draw();
    this.#onChange(this.#state);
    return true;
  }

  /** Writes the model to the DOM selection and draws the caret; to be called when the page was filled anew. */
  project(): void {
    const { doc } = this.#page;
    const focus = this.#page.places.domPoint(this.#state.focus);
    if (!focus) {
      this.draw();
      return;
    }
    const paragraph = doc.paragraphAt(this.#state.focus);
    const filled = this.#page.filledParagraphs();
    const lowest = doc.startOf(Math.max(filled.first, paragraph - PROJECTED_PARAGRAPHS));
    const highest = doc.endOf(Math.min(filled.last, paragraph + PROJECTED_PARAGRAPHS));
    const anchor = this.#page.places.domPoint(Math.max(lowest, Math.min(this.#state.anchor, highest))) ?? focus;
    const selection = document.getSelection();
    if (selection && document.activeElement === this.#page.host) {
      selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
      this.#rememberApplied(selection);
    }
    this.draw();
  }

  /** Where the caret is, in client coordinates; null when its place is not in the page. */
  box(): DOMRect | null {
    return this.geometry.boxAt(this.#state.focus, this.#affinity);
  }

  draw(): void {
    this.#drawn.show(this.selection ? null : this.box());
  }

  destroy(): void {
    this.#drawn.destroy();
  }

  /** Scrolls so that the focus stands at a third of the window, where what follows it can be read. */
  revealComfortably(): void {
    const { scroller } = this.#page;
    this.#page.fillAround(this.#state.focus);
    const view = scroller.getBoundingClientRect();
    const isComfortable = (box: DOMRect): boolean =>
      box.top > view.top + 24 && box.bottom < view.bottom - view.height / 3;
    // Twice where heights had only been guessed.
    for (let turn = 0; turn < 2; turn++) {
      const box = this.box();
      if (!box || isComfortable(box)) break;
      scroller.scrollTop += box.top - view.top - view.height / 3;
      this.#page.follow();
    }
    this.project();
  }

  /** Scrolls so that the focus is on screen with a little room, no farther than needed. */
  reveal(): void {
    const { scroller } = this.#page;
    this.#page.fillAround(this.#state.focus);
    let box = this.box();
    if (!box) return;
    const view = scroller.getBoundingClientRect();
    const isFar = box.bottom < view.top - view.height || box.top > view.bottom + view.height;
    if (isFar) {
      scroller.scrollTop += box.top - view.top - view.height / 3;
      this.#page.follow();
      box = this.box() ?? box;
    }
    if (box.top < view.top + 24) scroller.scrollTop += box.top - view.top - 24;
    else if (box.bottom > view.bottom - 32) scroller.scrollTop += box.bottom - view.bottom + 32;
  }

  #set(state: CaretState, scroll: boolean): void {
    this.#state = state;
    if (scroll) this.reveal();
    this.project();
    this.#onChange(state);
  }

  #isApplied(selection: Selection): boolean {
    const applied = this.#applied;
    return (
      applied !== null &&
      applied.anchorNode === selection.anchorNode &&
      applied.anchorOffset === selection.anchorOffset &&
      applied.focusNode === selection.focusNode &&
      applied.focusOffset === selection.focusOffset
    );
  }

  #rememberApplied({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): void {
    this.#applied = { anchorNode, anchorOffset, focusNode, focusOffset };
  }
}
