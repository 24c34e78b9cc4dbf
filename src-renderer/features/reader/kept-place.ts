import type { CaretState } from './caret.ts';
import type { Page } from './page.ts';
import type { ReadingPlace } from './reader-contract.ts';

const REST_AFTER_MS = 400;

/** Where one is in a text: told, gone to, and remembered once one rests there. */
export class KeptPlace {
  readonly #page: Page;
  readonly #caret: () => CaretState;
  readonly #onRest: (place: ReadingPlace) => void;
  #timer = 0;
  #restedAt: ReadingPlace | null = null;

  constructor(page: Page, caret: () => CaretState, onRest: (place: ReadingPlace) => void) {
    this.#page = page;
    this.#caret = caret;
    this.#onRest = onRest;
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  now(): ReadingPlace {
    const { first } = this.#page.visibleParagraphs();
    const top = this.#page.scroller.getBoundingClientRect().top;
    const hidden = top - (this.#page.paragraphElement(first)?.getBoundingClientRect().top ?? top);
    return { top: this.#page.doc.startOf(first), hidden, ...this.#caret() };
  }

  /** Brings it on screen; the caret stays where it is. */
  goTo(place: ReadingPlace): void {
    const { doc, scroller } = this.#page;
    const offset = Math.min(place.top, doc.text.length);
    this.#page.fillAround(offset);
    const element = this.#page.paragraphElement(doc.paragraphAt(offset));
    if (!element) return;
    // Before the first paragraph stands the heading; someone at the very top wants to see it.
    if (offset === 0 && place.hidden <= 0) scroller.scrollTop = 0;
    else
      scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + place.hidden;
    this.#page.follow();
  }

  /** Brings a paragraph to the top of the window, with such a share of its height above. */
  goToShare(paragraph: number, share: number): void {
    const top = this.#page.doc.startOf(paragraph);
    this.#page.fillAround(top);
    const height = this.#page.paragraphElement(paragraph)?.getBoundingClientRect().height ?? 0;
    this.goTo({ top, hidden: share * height, ...this.#caret() });
  }

  /** Begins at a place that was remembered, or at none. */
  begin(place: ReadingPlace | null): void {
    this.#restedAt = place;
  }

  /** What was at the top of the window stays there, however much higher or lower its paragraph is after something was done. */
  keepDuring(work: () => void): void {
    const place = this.now();
    const heightOfTop = (): number => {
      const paragraph = this.#page.doc.paragraphAt(place.top);
      return this.#page.paragraphElement(paragraph)?.getBoundingClientRect().height ?? 0;
    };
    const before = heightOfTop();
    work();
    const growth = before > 0 && place.hidden > 0 ? heightOfTop() / before : 1;
    this.goTo({ ...place, hidden: place.hidden * growth });
  }

  /** Back to where one rested last. */
  goBack(): void {
    if (this.#restedAt) this.goTo(this.#restedAt);
  }

  moved(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#restedAt = this.now();
      this.#onRest(this.#restedAt);
    }, REST_AFTER_MS);
  }
}
