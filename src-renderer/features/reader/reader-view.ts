import type { CodingIndex } from '#domain/coding/coding-index.ts';
import type { Span } from '#domain/coding/span.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { FoundSpans } from '#domain/corpus/found-spans.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';
import type { Change } from '#domain/history/change.ts';
import type { CodeId, Coding, SourceId } from '#domain/project/records.ts';
import { listenToBrowser } from './browser-events.ts';
import { Caret, type CaretState } from './caret.ts';
import { CodeDrop } from './code-drop.ts';
import { Edges } from './edges.ts';
import { flash } from './jump-flash.ts';
import { KeptPlace } from './kept-place.ts';
import type { Appearance } from './highlight-painter.ts';
import type { MarginMark } from './mark-layer.ts';
import { Page } from './page.ts';
import { Painting } from './painting.ts';
import { PointerInput } from './pointer-input.ts';
import { PointerPlace } from './pointer-place.ts';
import type { ReaderEvents, ReaderParts, ReadingPlace } from './reader-contract.ts';
import { ShownCodings } from './shown-codings.ts';

/** A text with its codings on screen. Imperative on purpose: a key press costs a repaint of one screen, no rendering. */
export class ReaderView {
  readonly sourceId: SourceId;
  readonly doc: DocText;
  readonly units: TextUnits;
  /** All codings of the text. */
  readonly index: CodingIndex;
  readonly page: Page;
  readonly caret: Caret;
  readonly pointer: PointerInput;
  readonly edges: Edges;
  readonly #codings: ShownCodings;
  readonly #painting: Painting;
  readonly #codeDrop: CodeDrop;
  readonly #place: KeptPlace;
  readonly #parts: ReaderParts;
  readonly #events: ReaderEvents;
  readonly #abort = new AbortController();
  #frame = 0;
  #isRepaintDue = false;

  constructor(
    source: { id: SourceId; doc: DocText; codings: readonly Coding[] },
    parts: ReaderParts,
    options: {
      appearance: Appearance;
      nameOf: (codeId: CodeId) => string;
      place: ReadingPlace | null;
      events: ReaderEvents;
      isReadOnly: boolean;
    },
  ) {
    this.sourceId = source.id;
    this.doc = source.doc;
    this.#parts = parts;
    this.#events = options.events;
    this.units = new TextUnits(source.doc);
    this.#codings = new ShownCodings(source.id, source.codings);
    this.index = this.#codings.all;
    // So that a screen reader takes the voice, and Han characters the forms, of the text and not those of the screen.
    parts.host.lang = this.units.language ?? '';
    this.page = new Page(source.doc, parts);
    this.caret = new Caret(this.page, this.units, parts.caret, (state) => this.#caretMoved(state));
    this.#place = new KeptPlace(this.page, () => this.caret.state, options.events.onPlace);
    this.#painting = new Painting(this.page, parts, {
      appearance: options.appearance,
      nameOf: options.nameOf,
      shown: () => this.shown,
      selection: () => this.caret.selection,
      goTo: (paragraph, share) => {
        this.#place.goToShare(paragraph, share);
        this.#scheduleFrame();
      },
      events: options.events,
      signal: this.#abort.signal,
    });
    const { signal } = this.#abort;
    const place = new PointerPlace({ page: this.page, units: this.units, geometry: this.caret.geometry });
    this.pointer = new PointerInput(this, place, (coding) => this.#painting.point(coding), signal);
    this.edges = this.#makeEdges(place, options.isReadOnly);
    this.#codeDrop = new CodeDrop(
      { page: this.page, caret: this.caret, units: this.units, place },
      options.events.onDropCode,
      signal,
    );
    this.#open(options.place);
    listenToBrowser(parts, this, { onScroll: () => this.#scrolled(), onRewrap: () => this.#rewrapped() }, signal);
  }

  destroy(): void {
    this.#abort.abort();
    cancelAnimationFrame(this.#frame);
    this.#place.destroy();
    this.#codeDrop.destroy();
    this.caret.destroy();
    this.#painting.destroy();
    this.page.destroy();
  }

  /** Follows a saved change: the index learns what was added and removed, and the screen is painted anew. */
  take(change: Change): void {
    const { codings } = change;
    this.edges.take(codings);
    const updated = codings?.updated ?? [];
    this.#forget([...(codings?.removed ?? []), ...updated.map(([from]) => from)]);
    this.#codings.add([...(codings?.added ?? []), ...updated.map(([, to]) => to)]);
    const looksOther = change.codes?.updated?.some(([from, to]) => from.color !== to.color || from.name !== to.name);
    if (codings || looksOther) this.#painting.refresh();
  }

  /** Something lies over the text, or no longer: what nobody sees is neither painted nor measured. */
  cover(isCovered: boolean): void {
    this.#painting.cover(isCovered);
  }

  /** The codings a filter lets through: what is painted, pointed at and stepped to. */
  get shown(): CodingIndex {
    return this.#codings.shown;
  }

  /** Paints only the codings that pass; null paints all. What the text knows of its codings stays as it is. */
  filter(isShown: ((coding: Coding) => boolean) | null): void {
    this.#codings.filter(isShown);
    this.#painting.refresh();
  }

  restyle(appearance: Appearance): void {
    this.#painting.restyle(appearance);
  }

  /**
   * Sets the page in another way: another face, size or measure. What was at the top of the window stays there, however
   * much higher or lower the paragraphs are now.
   */
  reflow(set: () => void): void {
    this.#place.keepDuring(() => {
      set();
      this.page.remeasure();
      this.#painting.remeasure();
    });
    this.#painting.draw();
    this.caret.draw();
  }

  /** Raises all passages of a code to full tint; null lets them rest. */
  raiseCode(codeId: CodeId | null): void {
    this.#painting.raiseCode(codeId);
  }

  /** Goes to a span, selecting it or not, and brings its beginning on screen. */
  show(span: Span, { select = true } = {}): void {
    this.caret.select(select ? span.endUtf16 : span.startUtf16, span.startUtf16, { scroll: false });
    this.caret.revealComfortably();
    flash(this.page, span);
  }

  /** Marks what a search has found; nothing takes the marks away. */
  markFound(spans: FoundSpans, current: number): void {
    this.#painting.markFound(spans, current);
  }

  /** Notes beside the lines where they begin; several on a line become one with their number. */
  showMarks(marks: readonly MarginMark[]): void {
    this.#painting.showMarks(marks);
  }

  focus(): void {
    this.#parts.host.focus({ preventScroll: true });
    this.caret.project();
  }

  /** Goes back to where someone was: what was on screen, and what was selected. */
  restore(place: ReadingPlace): void {
    this.#place.goTo(place);
    this.#selectAgain(place);
    this.#painting.draw();
  }

  place(): ReadingPlace {
    return this.#place.now();
  }

  #makeEdges(place: PointerPlace, isReadOnly: boolean): Edges {
    const { page, caret, units, index, pointer } = this;
    const { onEdge, onResizeCoding } = this.#events;
    const onPreview = (from: Coding, to: Coding): void => {
      this.#forget([from]);
      this.#codings.add([to]);
      this.#painting.draw();
    };
    return new Edges(
      { page, caret, units, index, pointer, place, isReadOnly },
      this.#parts.edges,
      { onNews: onEdge, onPreview, onResize: onResizeCoding },
      this.#abort.signal,
    );
  }

  #open(place: ReadingPlace | null): void {
    this.#place.begin(place);
    if (place) {
      this.#place.goTo(place);
      this.#selectAgain(place);
    } else {
      this.page.fillAround(0);
      this.#parts.scroller.scrollTop = 0;
      this.caret.select(0, 0, { scroll: false });
    }
    this.page.onFilled = (hasMoved) => {
      if (hasMoved) this.#painting.forgetPlaces();
      this.#scheduleFrame(hasMoved);
    };
    this.page.follow();
    this.#painting.begin();
  }

  #selectAgain({ anchor, focus }: ReadingPlace): void {
    const limit = this.doc.text.length;
    this.caret.select(Math.min(anchor, limit), Math.min(focus, limit), { scroll: false });
  }

  /** Lines break elsewhere in a wider or narrower column: what one was reading stays where it was. */
  #rewrapped(): void {
    this.page.remeasure();
    this.#painting.remeasure();
    this.#place.goBack();
    this.#scheduleFrame(true);
  }

  #scheduleFrame(isForced = false): void {
    if (isForced) this.#isRepaintDue = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.page.follow();
      this.#painting.follow();
      if (this.#isRepaintDue || this.#painting.isStale) {
        this.#isRepaintDue = false;
        this.#painting.draw();
        this.caret.draw();
        this.edges.draw();
      }
      this.#place.moved();
    });
  }

  #caretMoved(state: CaretState): void {
    this.#painting.workOn(this.doc.paragraphAt(state.focus));
    this.edges.caretMoved();
    if (!this.edges.isAdjustingCoding) this.#events.onCaret(this);
    this.#place.moved();
  }

  #scrolled(): void {
    this.pointer.scrolled();
    this.#scheduleFrame();
  }

  #forget(codings: readonly Coding[]): void {
    for (const { id } of this.#codings.remove(codings)) this.#painting.forgetPlaces(id);
  }
}
