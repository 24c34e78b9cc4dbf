import type { DocText } from '#domain/corpus/doc-text.ts';
import { estimateHeight, measurePage, type PageMetrics } from './height-estimate.ts';
import type { Section } from './section-plan.ts';

/** Of a page that has not been laid out yet, in CSS pixels. */
const USUAL_WIDTH = 592;

/** How high each section is, in CSS pixels: as it was when it was last in the page, else as its length lets one guess. */
export class SectionHeights {
  readonly #doc: DocText;
  readonly #host: HTMLElement;
  readonly #sections: readonly Section[];
  readonly #firstWidth: number;
  #metrics: PageMetrics;
  #heights: Float64Array;

  constructor(doc: DocText, host: HTMLElement, sections: readonly Section[]) {
    this.#doc = doc;
    this.#host = host;
    this.#sections = sections;
    this.#firstWidth = host.clientWidth || USUAL_WIDTH;
    this.#metrics = measurePage(host, doc, this.#firstWidth);
    this.#heights = this.#estimateAll();
  }

  /** How many characters a line of this text holds on average, with the font as it is now. */
  get charactersPerLine(): number {
    return this.#metrics.charactersPerLine;
  }

  of(section: number): number {
    return this.#heights[section] ?? 0;
  }

  /** Of all from one section up to another, exclusive. */
  sum(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at++) sum += this.of(at);
    return sum;
  }

  /** Fonts or sizes have changed: all is guessed anew. */
  remeasure(): void {
    this.#metrics = measurePage(this.#host, this.#doc, this.#host.clientWidth || this.#firstWidth);
    this.#heights = this.#estimateAll();
  }

  /** Takes the heights of those that are in the page, the first of which is `first`. */
  remember(first: number): void {
    for (const [at, element] of [...this.#host.children].entries()) {
      const { height } = element.getBoundingClientRect();
      if (height > 0) this.#heights[first + at] = height;
    }
  }

  #estimateAll(): Float64Array {
    return Float64Array.from(this.#sections, (section) => estimateHeight(this.#doc, section, this.#metrics));
  }
}
