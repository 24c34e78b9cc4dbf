import type { CodingIndex } from '#domain/coding/coding-index.ts';
import type { Span } from '#domain/coding/span.ts';
import { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { CodeId, Coding, CodingId } from '#domain/project/records.ts';
import { HighlightPainter, type Appearance, type Emphasis } from './highlight-painter.ts';
import { MarkLayer, type MarginMark } from './mark-layer.ts';
import type { Page } from './page.ts';
import { Portrait } from './portrait.ts';
import type { ReaderEvents, ReaderParts } from './reader-contract.ts';
import { StripeLayer } from './stripe-layer.ts';

export interface PaintingOptions {
  readonly appearance: Appearance;
  readonly nameOf: (codeId: CodeId) => string;
  /** The codings that a filter lets through. */
  readonly shown: () => CodingIndex;
  readonly selection: () => Span | null;
  /** Brings a paragraph to the top of the window, with such a share of it above. */
  readonly goTo: (paragraph: number, share: number) => void;
  readonly events: ReaderEvents;
  readonly signal: AbortSignal;
}

/**
 * All that is drawn on and beside a text: tints and underlines, stripes, marks in the margin, the portrait. Knows what stands
 * out among it: what is pointed at, a raised code, what a search has found, the paragraph that is worked on.
 */
export class Painting {
  readonly #page: Page;
  readonly #options: PaintingOptions;
  readonly #painter: HighlightPainter;
  readonly #stripes: StripeLayer;
  readonly #marks: MarkLayer;
  readonly #portrait: Portrait;
  #appearance: Appearance;
  #raisedCode: CodeId | null = null;
  #pointed: Coding | null = null;
  #found: { readonly spans: FoundSpans; readonly current: number } = { spans: FoundSpans.none, current: -1 };
  #workedOn = -1;
  /** Before that, no text is painted: all is there at once in the end. */
  #hasBegun = false;
  #isCovered = false;
  /** Something has changed since the text was covered. */
  #isDue = false;

  constructor(page: Page, parts: ReaderParts, options: PaintingOptions) {
    const { appearance, nameOf, events, goTo, signal } = options;
    this.#page = page;
    this.#options = options;
    this.#appearance = appearance;
    this.#painter = new HighlightPainter(page, appearance);
    this.#stripes = new StripeLayer(page, parts.stripes, nameOf, {
      onPoint: (coding) => this.point(coding),
      onChoose: (coding) => events.onChooseCoding(coding),
      onList: (codings, at) => events.onListCodings(codings, at),
    });
    this.#portrait = new Portrait(page, parts.portrait, {
      contents: () => ({ index: options.shown(), appearance: this.#appearance, ticks: this.#ticks() }),
      goTo,
      signal,
    });
    this.#marks = new MarkLayer(page, parts.marks, (marks, at) => events.onChooseMarks(marks, at));
  }

  destroy(): void {
    this.#painter.destroy();
    this.#stripes.clear();
    this.#marks.clear();
  }

  begin(): void {
    this.#hasBegun = true;
    this.draw();
  }

  /**
   * While something lies over the text nothing is drawn: measuring would have the browser lay out what nobody sees. What has
   * changed meanwhile shows with the text.
   */
  cover(isCovered: boolean): void {
    this.#isCovered = isCovered;
    if (isCovered || !this.#isDue) return;
    this.#isDue = false;
    this.refresh();
  }

  /** Draws what is on screen. */
  draw(): void {
    if (this.#isPutOff()) return;
    // Stripes first: they measure, and whoever measures after something is drawn has the browser lay out twice.
    const visible = this.#page.visibleParagraphs();
    this.#stripes.draw(this.#options.shown(), visible, this.#appearance);
    this.#marks.draw(visible);
    this.#page.paragraphElement(this.#workedOn)?.classList.add('worked-on');
    this.#paint(visible);
  }

  /** Codings have come, gone or changed: the whole text is seen in another way. */
  refresh(): void {
    if (this.#isPutOff()) return;
    this.draw();
    this.#portrait.refresh();
  }

  restyle(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#painter.restyle(appearance);
    this.refresh();
  }

  /** Another face, size or measure, or a column of another width. */
  remeasure(): void {
    this.#portrait.remeasure();
    this.#stripes.forgetPlaces();
  }

  /** Lines lie elsewhere on the page, or the coding does: where it stood is wrong. */
  forgetPlaces(id?: CodingId): void {
    this.#stripes.forgetPlaces(id);
  }

  /** The window has moved over the text. */
  follow(): void {
    this.#portrait.follow();
  }

  /** True when what is on screen is not painted yet. */
  get isStale(): boolean {
    return this.#painter.isStale(this.#page.visibleParagraphs());
  }

  /** Raises all passages of a code to full tint; null lets them rest. */
  raiseCode(codeId: CodeId | null): void {
    if (codeId === this.#raisedCode) return;
    this.#raisedCode = codeId;
    this.#paint();
  }

  /** What the pointer is on is raised alone. */
  point(coding: Coding | null): void {
    if (coding?.id === this.#pointed?.id) return;
    this.#pointed = coding;
    this.#stripes.raise(new Set(coding ? [coding.id] : []));
    this.#paint();
    this.#options.events.onPoint(coding);
  }

  markFound(spans: FoundSpans, current: number): void {
    this.#found = { spans, current };
    this.#painter.paintFound(spans, current);
    this.#portrait.refresh();
  }

  showMarks(marks: readonly MarginMark[]): void {
    this.#marks.set(marks);
    if (this.#isPutOff()) return;
    this.#portrait.refresh();
    this.#marks.draw(this.#page.visibleParagraphs());
  }

  /** The caret or the selection is elsewhere, perhaps in another paragraph. */
  workOn(paragraph: number): void {
    if (paragraph === this.#workedOn) {
      this.#painter.paintSelection(this.#options.selection());
      return;
    }
    this.#page.paragraphElement(this.#workedOn)?.classList.remove('worked-on');
    this.#page.paragraphElement(paragraph)?.classList.add('worked-on');
    this.#workedOn = paragraph;
    this.#paint();
  }

  #paint(visible?: { first: number; last: number }): void {
    if (!this.#hasBegun || this.#isPutOff()) return;
    const emphasis = this.#emphasis();
    visible ??= this.#page.visibleParagraphs();
    this.#painter.paint(this.#options.shown(), visible, { emphasis, workedOn: this.#workedOn });
    this.#painter.paintSelection(this.#options.selection());
    if (this.#found.spans.length > 0) this.#painter.paintFound(this.#found.spans, this.#found.current);
  }

  #isPutOff(): boolean {
    this.#isDue ||= this.#isCovered;
    return this.#isCovered;
  }

  #emphasis(): Emphasis | null {
    const pointed = this.#pointed;
    if (pointed) return ({ id }) => id === pointed.id;
    const code = this.#raisedCode;
    return code === null ? null : ({ codeId }) => codeId === code;
  }

  *#ticks(): Iterable<number> {
    for (let at = 0; at < this.#found.spans.length; at++) yield this.#found.spans.at(at)?.startUtf16 ?? 0;
    for (const { startUtf16 } of this.#marks.all) yield startUtf16;
  }
}
