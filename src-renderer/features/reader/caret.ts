import type { Span } from '#domain/coding/span.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { Page } from './page.ts';

export interface CaretState {
  readonly anchor: number;
  readonly focus: number;
}

/** At a soft wrap one offset has two places: the end of the line above (`upstream`) or the start of the next. */
type Affinity = 'upstream' | 'downstream';

/** Farther from the focus than this, the DOM selection does not reach: long selections stay cheap. */
const PROJECTED_PARAGRAPHS = 40;
/** How far around a place lines are looked for, in UTF-16 units: a few screens. */
const LINES_REACH = 8_000;
const GALLOP = 128;
const BLINK_MS = 550;
/** After about ten seconds the caret stays on, as in other editors: nobody is looking for it any more. */
const BLINKS = 20;

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
  #blinking: ReturnType<typeof setInterval> | undefined;
  readonly #page: Page;
  readonly #units: TextUnits;
  readonly #element: HTMLElement;
  /** One for all measuring: see `Page.staticRange`. */
  readonly #ruler = document.createRange();
  readonly #onChange: (state: CaretState) => void;

  constructor(page: Page, units: TextUnits, element: HTMLElement, onChange: (state: CaretState) => void) {
    this.#page = page;
    this.#units = units;
    this.#element = element;
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
    const found = this.#offsetBeyond(box, direction, goalX);
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
    const lines = this.#linesOf(paragraph, this.#state.focus);
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
    const found = isAtEdge ? null : this.#offsetNear(goalX, (box.top + box.bottom) / 2);
    const focus = found?.offset ?? (direction === 1 ? this.#page.doc.text.length : 0);
    this.#affinity = found?.affinity ?? 'downstream';
    this.#set({ anchor: isExtending ? this.#state.anchor : focus, focus }, isAtEdge);
    this.#goalX = goalX;
  }

  /** Takes over what the mouse or the browser's search selected. Answers whether it was news. */
  adoptDomSelection(): boolean {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode || this.#isApplied(selection)) return false;
    const anchor = this.#page.offsetOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.#page.offsetOf(selection.focusNode, selection.focusOffset);
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
    const focus = this.#page.domPoint(this.#state.focus);
    if (!focus) {
      this.draw();
      return;
    }
    const paragraph = doc.paragraphAt(this.#state.focus);
    const filled = this.#page.filledParagraphs();
    const lowest = doc.startOf(Math.max(filled.first, paragraph - PROJECTED_PARAGRAPHS));
    const highest = doc.endOf(Math.min(filled.last, paragraph + PROJECTED_PARAGRAPHS));
    const anchor = this.#page.domPoint(Math.max(lowest, Math.min(this.#state.anchor, highest))) ?? focus;
    const selection = document.getSelection();
    if (selection && document.activeElement === this.#page.host) {
      selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
      this.#rememberApplied(selection);
    }
    this.draw();
  }

  /** Where the caret is, in client coordinates; null when its place is not in the page. */
  box(): DOMRect | null {
    return this.#boxAt(this.#state.focus, this.#affinity);
  }

  draw(): void {
    const box = this.selection ? null : this.box();
    this.#element.hidden = box === null;
    if (!box) return;
    const origin = this.#element.offsetParent?.getBoundingClientRect();
    this.#element.style.transform = `translate(${box.left - (origin?.left ?? 0) - 1}px, ${box.top - (origin?.top ?? 0)}px)`;
    this.#element.style.height = `${box.height}px`;
    this.#blink();
  }

  /**
   * Blinks by a slow timer: a CSS animation, though it changes twice a second, keeps the compositor awake for every frame.
   * Begins anew with each move, so that the caret is always seen where it has just arrived.
   */
  #blink(): void {
    clearInterval(this.#blinking);
    this.#element.classList.remove('off');
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let blinks = 0;
    this.#blinking = setInterval(() => {
      const isResting = document.activeElement !== this.#page.host || ++blinks > BLINKS;
      this.#element.classList.toggle('off', !isResting && blinks % 2 === 1);
      if (isResting) clearInterval(this.#blinking);
    }, BLINK_MS);
  }

  destroy(): void {
    clearInterval(this.#blinking);
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

  #boxAt(offset: number, affinity: Affinity): DOMRect | null {
    const point = this.#page.domPoint(offset);
    if (!point) return null;
    const range = this.#ruler;
    range.setStart(point.node, point.offset);
    range.collapse(true);
    const boxes = range.getClientRects();
    const box = affinity === 'upstream' ? boxes[0] : boxes[boxes.length - 1];
    if (box) return box;
    const element = point.node instanceof Element ? point.node : point.node.parentElement;
    const around = element?.getBoundingClientRect();
    return around ? new DOMRect(around.left, around.top, 0, Math.max(around.height, 16)) : null;
  }

  /** The nearest offset on the next line above or below a box. */
  #offsetBeyond(box: DOMRect, direction: 1 | -1, x: number): { offset: number; affinity: Affinity } | null {
    const { doc } = this.#page;
    const middle = (box.top + box.bottom) / 2;
    let paragraph = doc.paragraphAt(this.#state.focus);
    while (paragraph >= 0 && paragraph < doc.paragraphCount) {
      const entry = direction === 1 ? doc.startOf(paragraph) : doc.endOf(paragraph);
      const isOwn = paragraph === doc.paragraphAt(this.#state.focus);
      const lines = this.#linesOf(paragraph, isOwn ? this.#state.focus : entry);
      const beyond = lines.filter(({ top, bottom }) => (direction === 1 ? top >= middle : bottom <= middle));
      const line = direction === 1 ? beyond[0] : beyond[beyond.length - 1];
      if (line) return this.#offsetOnLine(line, x, line !== lines[lines.length - 1]);
      paragraph += direction;
      if (paragraph >= 0 && paragraph < doc.paragraphCount) this.#page.fillAround(doc.startOf(paragraph));
    }
    return null;
  }

  /** The offset nearest to a point of the window, among the lines on screen. */
  #offsetNear(x: number, y: number): { offset: number; affinity: Affinity } | null {
    const { first, last } = this.#page.visibleParagraphs();
    let best: { paragraph: number; distance: number } | null = null;
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const box = this.#page.paragraphElement(paragraph)?.getBoundingClientRect();
      if (!box) continue;
      const distance = y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0;
      if (!best || distance < best.distance) best = { paragraph, distance };
    }
    if (!best) return null;
    const lines = this.#linesOf(best.paragraph, this.#offsetAtHeight(best.paragraph, y));
    const distanceTo = ({ top, bottom }: Line): number => Math.max(top - y, y - bottom, 0);
    const line = lines.reduce(
      (nearest, next) => (distanceTo(next) < distanceTo(nearest) ? next : nearest),
      lines[0] as Line,
    );
    return this.#offsetOnLine(line, x, line !== lines[lines.length - 1]);
  }

  /** Bisects a line for the caret place nearest to x, then walks graphemes where text runs both ways. */
  #offsetOnLine(line: Line, x: number, isWrapped: boolean): { offset: number; affinity: Affinity } {
    let best = line.start;
    let bestDistance = Infinity;
    for (let offset = line.start; offset <= line.end;) {
      const affinity = isWrapped && offset === line.end ? 'upstream' : 'downstream';
      const box = this.#boxAt(offset, affinity);
      const distance = box ? Math.abs(box.left - x) : Infinity;
      if (distance < bestDistance) [best, bestDistance] = [offset, distance];
      if (offset === line.end) break;
      offset = Math.min(line.end, this.#units.nextGrapheme(offset));
    }
    return { offset: best, affinity: isWrapped && best === line.end ? 'upstream' : 'downstream' };
  }

  /** Some offset of a paragraph at a height of the window, by bisection. */
  #offsetAtHeight(paragraph: number, y: number): number {
    let low = this.#page.doc.startOf(paragraph);
    let high = this.#page.doc.endOf(paragraph);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#boxAt(middle, 'downstream')?.bottom ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The lines of a paragraph as wrapped; of a very long one those around `near`, the first and last of which may be cut.
   */
  #linesOf(paragraph: number, near: number): Line[] {
    const { doc } = this.#page;
    const start = Math.max(doc.startOf(paragraph), near - LINES_REACH);
    const end = Math.min(doc.endOf(paragraph), near + LINES_REACH);
    const lines: Line[] = [];
    let lineStart = start;
    let box = this.#boxAt(start, 'downstream');
    while (box && lineStart < end) {
      const { top, bottom } = box;
      const next = this.#firstBelow(lineStart, end, bottom);
      lines.push({ start: lineStart, end: next ?? end, top, bottom });
      if (next === null) break;
      lineStart = next;
      box = this.#boxAt(next, 'downstream');
    }
    if (lines.length === 0 && box) lines.push({ start, end, top: box.top, bottom: box.bottom });
    return lines;
  }

  #firstBelow(from: number, end: number, bottom: number): number | null {
    const isBelow = (offset: number): boolean => (this.#boxAt(offset, 'downstream')?.top ?? 0) >= bottom - 4;
    // Gallop first: lines are short, paragraphs may be long.
    let low = from;
    while (low + GALLOP < end && !isBelow(low + GALLOP)) low += GALLOP;
    let high = Math.min(end, low + GALLOP);
    if (!isBelow(high)) return null;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (isBelow(middle)) high = middle;
      else low = middle;
    }
    return high;
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

interface Line {
  readonly start: number;
  /** Exclusive; of a wrapped line the offset at which the next begins. */
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}
