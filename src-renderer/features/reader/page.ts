import { $createTextNode, $getRoot, createEditor, type LexicalEditor } from 'lexical';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { estimateHeight, measurePage, type PageMetrics } from './height-estimate.ts';
import { $createLineNode, LineNode, paragraphIndexOf, SectionNode } from './page-nodes.ts';
import { planSections, sectionOf, type Section } from './section-plan.ts';

/** A place in the DOM, as ranges and selections want it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Text put into the page on either side of what is visible, when idle; beyond twice as much it is taken out again. */
const KEPT_CHARACTERS = 48_000;
/** In CSS pixels; less than this nobody sees. */
const MINIMUM_DRIFT = 0.5;

/**
 * The text on the page. Lexical holds one contiguous run of sections, read-only; spacers above and below stand for the
 * rest, so that opening a text costs the same at any length. A text of up to about 50,000 characters ends up in the page
 * as a whole. Offsets are UTF-16 units of the text.
 */
export class Page {
  readonly doc: DocText;
  readonly host: HTMLElement;
  readonly scroller: HTMLElement;
  readonly sections: readonly Section[];
  /** Called after sections came in or went out; `hasMoved` when what is on screen has another place on the page now. */
  onFilled: (hasMoved: boolean) => void = () => undefined;

  readonly #ruler = document.createRange();
  readonly #editor: LexicalEditor;
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;
  readonly #measureWidth: number;
  #metrics: PageMetrics;
  #heights: Float64Array;
  #first = 0;
  /** Exclusive. */
  #end = 0;
  #idle = 0;

  constructor(
    doc: DocText,
    parts: { scroller: HTMLElement; host: HTMLElement; above: HTMLElement; below: HTMLElement },
  ) {
    this.doc = doc;
    this.host = parts.host;
    this.scroller = parts.scroller;
    this.#above = parts.above;
    this.#below = parts.below;
    this.sections = planSections(doc);
    this.#measureWidth = parts.host.clientWidth || 592;
    this.#metrics = measurePage(parts.host, doc, this.#measureWidth);
    this.#heights = this.#estimateAll();
    this.#editor = createEditor({
      namespace: 'postil-page',
      editable: false,
      nodes: [SectionNode, LineNode],
      onError: (error) => {
        throw error;
      },
    });
    this.#editor.setRootElement(parts.host);
  }

  destroy(): void {
    cancelIdleCallback(this.#idle);
    this.#editor.setRootElement(null);
    this.host.replaceChildren();
  }

  /** Fonts or sizes have changed: guess the heights of what is not in the page anew. */
  remeasure(): void {
    this.#metrics = measurePage(this.host, this.doc, this.host.clientWidth || this.#measureWidth);
    this.#heights = this.#estimateAll();
    this.#placeSpacers();
  }

  /** Puts the section of an offset, and a screenful on either side of it, into the page. */
  fillAround(offset: number): void {
    const target = sectionOf(this.sections, this.doc.paragraphAt(offset));
    this.#ensure(this.#reach(target, 4_000, -1), this.#reach(target, 4_000, 1) + 1, target);
  }

  /** Fills what is on screen now, and asks for time to fill the surroundings. To be called in the scroll frame. */
  follow(): void {
    const [from, to] = this.#visibleSections();
    this.#ensure(from, to + 1, from);
    this.#whenIdle();
  }

  /** First and last paragraph on screen, found by halving: a box costs the browser something, and this is asked each frame. */
  visibleParagraphs(): { first: number; last: number } {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const filled = this.filledParagraphs();
    const count = filled.last - filled.first + 1;
    const boxOf = (at: number): DOMRect | undefined =>
      this.paragraphElement(filled.first + at)?.getBoundingClientRect();
    const first = firstWhere(count, (at) => (boxOf(at)?.bottom ?? 0) >= top);
    if (first === count || (boxOf(first)?.top ?? bottom + 1) > bottom)
      return { first: filled.first, last: filled.first };
    let last = first;
    while (last + 1 < count && (boxOf(last + 1)?.top ?? bottom + 1) <= bottom) last++;
    return { first: filled.first + first, last: filled.first + last };
  }

  /** How many characters a line of this text holds on average, with the font as it is now. */
  get charactersPerLine(): number {
    return this.#metrics.charactersPerLine;
  }

  /** First and last paragraph that are in the page at all. */
  filledParagraphs(): { first: number; last: number } {
    return {
      first: this.sections[this.#first]?.firstParagraph ?? 0,
      last: (this.sections[this.#end - 1]?.endParagraph ?? 1) - 1,
    };
  }

  paragraphElement(paragraph: number): HTMLElement | null {
    const index = sectionOf(this.sections, paragraph);
    if (index < this.#first || index >= this.#end) return null;
    const section = this.sections[index];
    const element = this.host.children[index - this.#first]?.children[paragraph - (section?.firstParagraph ?? 0)];
    return element instanceof HTMLElement ? element : null;
  }

  /** Null when that part of the text is not in the page. */
  domPoint(offset: number): DomPoint | null {
    const paragraph = this.doc.paragraphAt(offset);
    const element = this.paragraphElement(paragraph);
    if (!element) return null;
    const text = element.firstChild?.firstChild;
    return text instanceof Text
      ? { node: text, offset: Math.min(offset - this.doc.startOf(paragraph), text.length) }
      : { node: element, offset: 0 };
  }

  /** A Range over a span, which must be in the page; `null` where it is not. For measuring: the same one, moved each time. */
  range(startUtf16: number, endUtf16: number): Range | null {
    const start = this.domPoint(startUtf16);
    const end = this.domPoint(endUtf16);
    if (!start || !end) return null;
    this.#ruler.setStart(start.node, start.offset);
    this.#ruler.setEnd(end.node, end.offset);
    return this.#ruler;
  }

  /**
   * A span for the painter. Static, since the browser takes every live Range along through every change of the document,
   * also those that nobody holds any more: some thousands, after a minute of coding, made each key press cost 100 ms.
   */
  staticRange(startUtf16: number, endUtf16: number): StaticRange | null {
    const start = this.domPoint(startUtf16);
    const end = this.domPoint(endUtf16);
    if (!start || !end) return null;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  /** The offset a DOM place stands for; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.host.contains(node)) return null;
    for (let at: Node | null = node; at && at !== this.host; at = at.parentNode) {
      const paragraph = paragraphIndexOf(at);
      if (paragraph === undefined) continue;
      const start = this.doc.startOf(paragraph);
      if (node instanceof Text) return start + offset;
      // An element place lies before its nth child: the start of the line, or its end.
      return offset === 0 ? start : this.doc.endOf(paragraph);
    }
    return this.#offsetBetweenLines(node, offset);
  }

  #offsetBetweenLines(node: Node, offset: number): number {
    const children = node.childNodes;
    const after = children[offset];
    const lines = node instanceof Element ? [...node.querySelectorAll('.page-line')] : [];
    if (after instanceof Element) {
      const line = after.matches('.page-line') ? after : after.querySelector('.page-line');
      const paragraph = line ? paragraphIndexOf(line) : undefined;
      if (paragraph !== undefined) return this.doc.startOf(paragraph);
    }
    const lastLine = lines[lines.length - 1];
    const paragraph = lastLine ? paragraphIndexOf(lastLine) : undefined;
    return paragraph === undefined ? this.doc.text.length : this.doc.endOf(paragraph);
  }

  /** Index of the section about so many characters away from another. */
  #reach(section: number, characters: number, step: 1 | -1): number {
    let left = characters;
    let at = section;
    while (left > 0 && at + step >= 0 && at + step < this.sections.length) {
      at += step;
      left -= this.#lengthOf(at);
    }
    return at;
  }

  #lengthOf(index: number): number {
    const section = this.sections[index];
    return section ? this.doc.endOf(section.endParagraph - 1) - this.doc.startOf(section.firstParagraph) : 0;
  }

  #visibleSections(): [from: number, to: number] {
    const view = this.scroller.getBoundingClientRect();
    const aboveBottom = this.#above.getBoundingClientRect().bottom;
    const belowTop = this.#below.getBoundingClientRect().top;
    // A screenful more than is visible, so that nothing blank comes in while scrolling.
    const top = view.top - view.height;
    const bottom = view.bottom + view.height;
    if (aboveBottom <= top && belowTop >= bottom) {
      return this.#filledSectionsBetween(top, bottom);
    }
    return this.#estimatedSectionsBetween(top, bottom, aboveBottom, belowTop);
  }

  #filledSectionsBetween(top: number, bottom: number): [number, number] {
    const { children } = this.host;
    const from = firstWhere(children.length, (at) => (children[at]?.getBoundingClientRect().bottom ?? 0) > top);
    const beyond = firstWhere(children.length, (at) => (children[at]?.getBoundingClientRect().top ?? 0) >= bottom);
    if (from === children.length || beyond === 0) return [this.#first, Math.max(this.#first, this.#end - 1)];
    return [this.#first + from, this.#first + beyond - 1];
  }

  #estimatedSectionsBetween(top: number, bottom: number, aboveBottom: number, belowTop: number): [number, number] {
    if (aboveBottom > bottom || belowTop < top) return this.#estimatedFarAway(top, bottom, aboveBottom, belowTop);
    let [from, to] = this.#filledSectionsBetween(top, bottom);
    if (aboveBottom > top) {
      from = this.#first;
      for (let y = aboveBottom; from > 0 && y > top; from--) y -= this.#heights[from - 1] ?? 0;
    }
    if (belowTop < bottom) {
      to = Math.max(this.#first, this.#end - 1);
      for (let y = belowTop; to + 1 < this.sections.length && y < bottom; to++) y += this.#heights[to + 1] ?? 0;
    }
    return [from, to];
  }

  /** The view is wholly over a spacer: a long jump, which begins afresh. */
  #estimatedFarAway(top: number, bottom: number, aboveBottom: number, belowTop: number): [number, number] {
    const isAbove = aboveBottom > bottom;
    let y = isAbove ? this.#above.getBoundingClientRect().top : belowTop;
    let from = isAbove ? 0 : this.#end;
    while (from < this.sections.length - 1 && y + (this.#heights[from] ?? 0) < top) y += this.#heights[from++] ?? 0;
    let to = from;
    while (to < this.sections.length - 1 && y < bottom) y += this.#heights[to++] ?? 0;
    return [from, to];
  }

  #ensure(from: number, end: number, anchorSection: number): void {
    if (from >= this.#first && end <= this.#end) return;
    const touches = from <= this.#end && end >= this.#first && this.#end > this.#first;
    const first = touches ? Math.min(from, this.#first) : from;
    this.#fill(first, touches ? Math.max(end, this.#end) : end, anchorSection);
  }

  #whenIdle(): void {
    if (this.#idle) return;
    this.#idle = requestIdleCallback(
      (deadline) => {
        this.#idle = 0;
        if (this.#growOrTrim() && deadline.timeRemaining() >= 0) this.#whenIdle();
      },
      { timeout: 500 },
    );
  }

  /** One section a turn, so that a key press never waits. Answers whether there is more to do. */
  #growOrTrim(): boolean {
    const [from, to] = this.#visibleSections();
    const wantedFirst = this.#reach(from, KEPT_CHARACTERS, -1);
    const wantedEnd = this.#reach(to, KEPT_CHARACTERS, 1) + 1;
    // What is far behind goes first: in a long scroll there is always something to fill ahead.
    if (this.#first < this.#reach(from, 2 * KEPT_CHARACTERS, -1)) {
      this.#fill(wantedFirst, this.#end, from);
    } else if (this.#end > this.#reach(to, 2 * KEPT_CHARACTERS, 1) + 1) {
      this.#fill(this.#first, wantedEnd, from);
    } else if (this.#end < wantedEnd) {
      this.#fill(this.#first, this.#end + 1, from);
    } else if (this.#first > wantedFirst) {
      this.#fill(this.#first - 1, this.#end, from);
    } else {
      return false;
    }
    return true;
  }

  /** Makes `[first, end)` the sections in the page, keeping what is on screen where it is. */
  #fill(first: number, end: number, anchorSection: number): void {
    this.#rememberHeights();
    const anchor = this.#end > this.#first ? this.host.children[anchorSection - this.#first] : undefined;
    const before = anchor?.getBoundingClientRect().top;
    this.#editor.update(() => this.$fill(first, end), { discrete: true, tag: 'history-merge' });
    this.#first = first;
    this.#end = end;
    this.#placeSpacers();
    const drift = anchor?.isConnected && before !== undefined ? anchor.getBoundingClientRect().top - before : null;
    if (drift !== null && Math.abs(drift) >= MINIMUM_DRIFT) this.scroller.scrollTop += drift;
    this.onFilled(drift === null || Math.abs(drift) >= MINIMUM_DRIFT);
  }

  private $fill(first: number, end: number): void {
    const root = $getRoot();
    const isFresh = first >= this.#end || end <= this.#first;
    if (isFresh) root.clear();
    const [hadFirst, hadEnd] = isFresh ? [first, first] : [this.#first, this.#end];
    const children = root.getChildren();
    for (let index = hadFirst; index < Math.min(first, hadEnd); index++) children[index - hadFirst]?.remove();
    for (let index = Math.max(end, hadFirst); index < hadEnd; index++) children[index - hadFirst]?.remove();
    for (let index = hadFirst - 1; index >= first; index--) root.splice(0, 0, [this.$section(index)]);
    for (let index = Math.max(hadEnd, first); index < end; index++) root.append(this.$section(index));
  }

  private $section(index: number): SectionNode {
    const node = new SectionNode();
    const section = this.sections[index];
    if (!section) return node;
    for (let paragraph = section.firstParagraph; paragraph < section.endParagraph; paragraph++) {
      const line = $createLineNode(paragraph, this.doc.numbers[paragraph] ?? 0);
      const text = this.doc.paragraphText(paragraph);
      if (text !== '') line.append($createTextNode(text));
      node.append(line);
    }
    return node;
  }

  #sectionElements(): Element[] {
    return [...this.host.children];
  }

  #rememberHeights(): void {
    for (const [at, element] of this.#sectionElements().entries()) {
      const height = element.getBoundingClientRect().height;
      if (height > 0) this.#heights[this.#first + at] = height;
    }
  }

  #placeSpacers(): void {
    let above = 0;
    let below = 0;
    for (let at = 0; at < this.#first; at++) above += this.#heights[at] ?? 0;
    for (let at = this.#end; at < this.sections.length; at++) below += this.#heights[at] ?? 0;
    this.#above.style.height = `${above}px`;
    this.#below.style.height = `${below}px`;
  }

  #estimateAll(): Float64Array {
    return Float64Array.from(this.sections, (section) => estimateHeight(this.doc, section, this.#metrics));
  }
}

/** The first of `count` places at which something holds that, once true, stays true; `count` when it never does. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
