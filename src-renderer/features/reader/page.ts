import { $createTextNode, $getRoot, createEditor, type LexicalEditor } from 'lexical';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { firstWhere } from './first-where.ts';
import { $createLineNode, LineNode, SectionNode } from './page-nodes.ts';
import { PagePlaces } from './page-places.ts';
import { SectionHeights } from './section-heights.ts';
import { planSections, sectionOf, type Section } from './section-plan.ts';
import { sectionsOnScreen } from './sections-on-screen.ts';

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
  /** Where offsets of the text are in the DOM. */
  readonly places: PagePlaces;
  readonly sections: readonly Section[];
  /** Called after sections came in or went out; `hasMoved` when what is on screen has another place on the page now. */
  onFilled: (hasMoved: boolean) => void = () => undefined;

  readonly #editor: LexicalEditor;
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;
  readonly #heights: SectionHeights;
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
    this.#heights = new SectionHeights(doc, parts.host, this.sections);
    this.places = new PagePlaces(doc, parts.host, (paragraph) => this.paragraphElement(paragraph));
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
    this.#heights.remeasure();
    this.#placeSpacers();
  }

  /** Puts the section of an offset, and a screenful on either side of it, into the page. */
  fillAround(offset: number): void {
    const target = sectionOf(this.sections, this.doc.paragraphAt(offset));
    this.#ensure(this.#reach(target, 4_000, -1), this.#reach(target, 4_000, 1) + 1, target);
  }

  /** Fills what is on screen now, and asks for time to fill the surroundings. To be called in the scroll frame. */
  follow(): void {
    const [from, to] = this.#sectionsOnScreen();
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
    return this.#heights.charactersPerLine;
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

  #sectionsOnScreen(): [from: number, to: number] {
    const [above, below, first, end] = [this.#above, this.#below, this.#first, this.#end];
    const { scroller, host, sections } = this;
    return sectionsOnScreen({
      scroller,
      host,
      above,
      below,
      first,
      end,
      sectionCount: sections.length,
      heights: this.#heights,
    });
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
    const [from, to] = this.#sectionsOnScreen();
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
    this.#heights.remember(this.#first);
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

  #placeSpacers(): void {
    this.#above.style.height = `${this.#heights.sum(0, this.#first)}px`;
    this.#below.style.height = `${this.#heights.sum(this.#end, this.sections.length)}px`;
  }
}
