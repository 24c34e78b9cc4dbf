import type { CodingIndex } from '#domain/coding/coding-index.ts';
import type { Span } from '#domain/coding/span.ts';
import type { DocText } from '#domain/corpus/doc-text.ts';
import { FoundSpans } from '#domain/corpus/found-spans.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';
import type { Change } from '#domain/history/change.ts';
import type { CodeId, Coding, SourceId } from '#domain/project/records.ts';
import { Caret, type CaretState } from './caret.ts';
import { CodeDrop } from './code-drop.ts';
import { Edges } from './edges.ts';
import { flash } from './jump-flash.ts';
import { KeptPlace } from './kept-place.ts';
import { MarkLayer, type MarginMark } from './mark-layer.ts';
import { HighlightPainter, type Appearance, type Emphasis } from './highlight-painter.ts';
import { Page } from './page.ts';
import { PointerInput } from './pointer-input.ts';
import { PointerPlace } from './pointer-place.ts';
import { Portrait } from './portrait.ts';
import type { ReaderEvents, ReaderParts, ReadingPlace } from './reader-contract.ts';
import { ShownCodings } from './shown-codings.ts';
import { StripeLayer } from './stripe-layer.ts';

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
  readonly #painter: HighlightPainter;
  readonly #stripes: StripeLayer;
  readonly #marks: MarkLayer;
  readonly #codeDrop: CodeDrop;
  readonly #portrait: Portrait;
  readonly #place: KeptPlace;
  readonly #parts: ReaderParts;
  readonly #events: ReaderEvents;
  readonly #abort = new AbortController();
  #appearance: Appearance;
  #raisedCode: CodeId | null = null;
  #pointed: Coding | null = null;
  #found: { readonly spans: FoundSpans; readonly current: number } = { spans: FoundSpans.none, current: -1 };
  #workedOn = -1;
  #frame = 0;

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
    this.#appearance = options.appearance;
    this.units = new TextUnits(source.doc);
    this.#codings = new ShownCodings(source.id, source.codings);
    this.index = this.#codings.all;
    // So that a screen reader takes the voice, and Han characters the forms, of the text and not those of the screen.
    parts.host.lang = this.units.language ?? '';
    this.page = new Page(source.doc, parts);
    this.caret = new Caret(this.page, this.units, parts.caret, (state) => this.#caretMoved(state));
    this.#place = new KeptPlace(this.page, () => this.caret.state, options.events.onPlace);
    this.#painter = new HighlightPainter(this.page, options.appearance);
    this.#stripes = new StripeLayer(this.page, parts.stripes, options.nameOf, {
      onPoint: (coding) => this.#point(coding),
      onChoose: (coding) => options.events.onChooseCoding(coding),
      onList: (codings, at) => options.events.onListCodings(codings, at),
    });
    this.#portrait = new Portrait(this.page, parts.portrait, {
      contents: () => ({ index: this.shown, appearance: this.#appearance, ticks: this.#ticks() }),
      goTo: (paragraph, share) => {
        this.#place.goToShare(paragraph, share);
        this.#scheduleFrame();
      },
      signal: this.#abort.signal,
    });
    this.#marks = new MarkLayer(this.page, parts.marks, (marks, at) => options.events.onChooseMarks(marks, at));
    const { signal } = this.#abort;
    const place = new PointerPlace({ page: this.page, units: this.units, geometry: this.caret.geometry });
    this.pointer = new PointerInput(this, place, (coding) => this.#point(coding), signal);
    this.edges = this.#makeEdges(place, options.isReadOnly);
    this.#codeDrop = new CodeDrop(
      { page: this.page, caret: this.caret, units: this.units, place },
      options.events.onDropCode,
      signal,
    );
    this.#open(options.place);
    this.#listen();
  }

  destroy(): void {
    this.#abort.abort();
    cancelAnimationFrame(this.#frame);
    this.#place.destroy();
    this.#codeDrop.destroy();
    this.caret.destroy();
    this.#painter.destroy();
    this.#stripes.clear();
    this.#marks.clear();
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
    if (codings || looksOther) {
      this.repaint();
      this.#portrait.refresh();
    }
  }

  /** The codings a filter lets through: what is painted, pointed at and stepped to. */
  get shown(): CodingIndex {
    return this.#codings.shown;
  }

  /** Paints only the codings that pass; null paints all. What the text knows of its codings stays as it is. */
  filter(isShown: ((coding: Coding) => boolean) | null): void {
    this.#codings.filter(isShown);
    this.repaint();
    this.#portrait.refresh();
  }

  restyle(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#painter.restyle(appearance);
    this.repaint();
    this.#portrait.refresh();
  }

  /**
   * Sets the page in another way: another face, size or measure. What was at the top of the window stays there, however
   * much higher or lower the paragraphs are now.
   */
  reflow(set: () => void): void {
    this.#place.keepDuring(() => {
      set();
      this.page.remeasure();
      this.#portrait.remeasure();
      this.#stripes.forgetPlaces();
    });
    this.repaint();
    this.caret.draw();
  }

  /** Raises all passages of a code to full tint; null lets them rest. */
  raiseCode(codeId: CodeId | null): void {
    if (codeId === this.#raisedCode) return;
    this.#raisedCode = codeId;
    this.#paint();
  }

  /** What the pointer is on is raised alone. */
  #emphasis(): Emphasis | null {
    const pointed = this.#pointed;
    if (pointed) return ({ id }) => id === pointed.id;
    const code = this.#raisedCode;
    return code === null ? null : ({ codeId }) => codeId === code;
  }

  /** Goes to a span, selecting it or not, and brings its beginning on screen. */
  show(span: Span, { select = true } = {}): void {
    this.caret.select(select ? span.endUtf16 : span.startUtf16, span.startUtf16, { scroll: false });
    this.caret.revealComfortably();
    flash(this.page, span);
  }

  /** Marks what a search has found; nothing takes the marks away. */
  markFound(spans: FoundSpans, current: number): void {
    this.#found = { spans, current };
    this.#painter.paintFound(spans, current);
    this.#portrait.refresh();
  }

  /** Notes beside the lines where they begin; several on a line become one with their number. */
  showMarks(marks: readonly MarginMark[]): void {
    this.#marks.set(marks);
    this.#portrait.refresh();
    this.#marks.draw(this.page.visibleParagraphs());
  }

  focus(): void {
    this.#parts.host.focus({ preventScroll: true });
    this.#focused();
  }

  repaint(): void {
    // Stripes first: they measure, and measuring after painting would make the browser lay out twice.
    this.#stripes.draw(this.shown, this.page.visibleParagraphs(), this.#appearance);
    this.#marks.draw(this.page.visibleParagraphs());
    this.page.paragraphElement(this.#workedOn)?.classList.add('worked-on');
    this.#paint();
  }

  /** Goes back to where someone was: what was on screen, and what was selected. */
  restore(place: ReadingPlace): void {
    this.#place.goTo(place);
    this.#selectAgain(place);
    this.repaint();
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
      this.repaint();
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
      if (hasMoved) this.#stripes.forgetPlaces();
      this.#scheduleFrame(hasMoved);
    };
    this.page.follow();
    this.#isOpen = true;
    this.repaint();
  }

  #selectAgain({ anchor, focus }: ReadingPlace): void {
    const limit = this.doc.text.length;
    this.caret.select(Math.min(anchor, limit), Math.min(focus, limit), { scroll: false });
  }

  *#ticks(): Iterable<number> {
    for (let at = 0; at < this.#found.spans.length; at++) yield this.#found.spans.at(at)?.startUtf16 ?? 0;
    for (const { startUtf16 } of this.#marks.all) yield startUtf16;
  }

  #listen(): void {
    const { scroller, host } = this.#parts;
    const { signal } = this.#abort;
    scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    // Captured before Lexical, which would follow every move of a selection it has no use for.
    window.addEventListener('selectionchange', (event) => this.#domSelectionChanged(event), { signal, capture: true });
    host.addEventListener('focus', () => this.#focused(), { signal });
    host.addEventListener('copy', (event) => this.#copy(event), { signal });
    let { clientWidth } = host;
    const observer = new ResizeObserver(() => {
      // Its height changes with every section that comes or goes; only another width moves what is painted.
      if (host.clientWidth === clientWidth) return;
      ({ clientWidth } = host);
      this.#rewrapped();
    });
    observer.observe(host);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Lines break elsewhere in a wider or narrower column: what one was reading stays where it was. */
  #rewrapped(): void {
    this.page.remeasure();
    this.#stripes.forgetPlaces();
    this.#place.goBack();
    this.#scheduleFrame(true);
  }

  #scheduleFrame(isForced = false): void {
    if (isForced) this.#isRepaintDue = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.page.follow();
      this.#portrait.follow();
      const visible = this.page.visibleParagraphs();
      if (this.#isRepaintDue || this.#painter.isStale(visible)) {
        this.#isRepaintDue = false;
        this.repaint();
        this.caret.draw();
        this.edges.draw();
      }
      this.#place.moved();
    });
  }

  #isRepaintDue = false;
  /** Before that, nothing is painted: all is there at once in the end. */
  #isOpen = false;

  #paint(): void {
    if (!this.#isOpen) return;
    const options = { emphasis: this.#emphasis(), workedOn: this.#workedOn };
    this.#painter.paint(this.shown, this.page.visibleParagraphs(), options);
    this.#painter.paintSelection(this.caret.selection);
    if (this.#found.spans.length > 0) this.#painter.paintFound(this.#found.spans, this.#found.current);
  }

  #caretMoved(state: CaretState): void {
    const paragraph = this.doc.paragraphAt(state.focus);
    if (paragraph === this.#workedOn) {
      this.#painter.paintSelection(this.caret.selection);
    } else {
      this.page.paragraphElement(this.#workedOn)?.classList.remove('worked-on');
      this.page.paragraphElement(paragraph)?.classList.add('worked-on');
      this.#workedOn = paragraph;
      this.#paint();
    }
    this.edges.caretMoved();
    if (!this.edges.isAdjustingCoding) this.#events.onCaret(this);
    this.#place.moved();
  }

  #domSelectionChanged(event: Event): void {
    const node = document.getSelection()?.focusNode;
    if (!node || !this.#parts.host.contains(node)) return;
    event.stopImmediatePropagation();
    this.caret.adoptDomSelection();
  }

  #focused(): void {
    this.caret.project();
  }

  #scrolled(): void {
    this.pointer.scrolled();
    this.#scheduleFrame();
  }

  #point(coding: Coding | null): void {
    if (coding?.id === this.#pointed?.id) return;
    this.#pointed = coding;
    this.#stripes.raise(new Set(coding ? [coding.id] : []));
    this.#paint();
    this.#events.onPoint(coding);
  }

  #copy(event: ClipboardEvent): void {
    const { selection } = this.caret;
    if (!selection || !event.clipboardData) return;
    // The browser's own copy adds line feeds between blocks; the text knows better.
    event.clipboardData.setData('text/plain', this.doc.text.slice(selection.startUtf16, selection.endUtf16));
    event.preventDefault();
  }

  #forget(codings: readonly Coding[]): void {
    for (const { id } of this.#codings.remove(codings)) this.#stripes.forgetPlaces(id);
  }
}
