import type { CodingIndex } from '#domain/coding/coding-index.ts';
import { planTints, type TintedSpan } from '#domain/coding/paint-plan.ts';
import type { Span } from '#domain/coding/span.ts';
import { inkColor, seriesOf, tintColor, type Theme } from '#domain/coding/tint-color.ts';
import type { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { LineHighlights } from './line-highlights.ts';
import type { Page } from './page.ts';

/** Which passages are raised. */
export type Emphasis = (coding: Coding) => boolean;

/** What the painter has to know beside the codings. */
export interface Appearance {
  readonly theme: Theme;
  readonly isFullTint: boolean;
  /** Someone has chosen the colours of all programs: codings are underlined and striped in those, and not tinted. */
  readonly isForcedColors: boolean;
  readonly colorOf: (codeId: CodeId) => string;
}

/** `--select-text` of the look; concrete, since a variable inside ::highlight() would not follow the theme. */
const SELECTION: Readonly<Record<Theme, string>> = { light: 'oklch(0.828 0.092 255)', dark: 'oklch(0.435 0.115 258)' };
/** In the text that is not at hand, of two. */
const RESTING: Readonly<Record<Theme, string>> = { light: 'oklch(0.895 0.012 255)', dark: 'oklch(0.36 0.012 258)' };
/** Achromatic, since colour belongs to the codes. */
const FOUND: Readonly<Record<Theme, { all: string; current: string; ink: string }>> = {
  light: { all: 'oklch(0.225 0.008 80 / 0.16)', current: 'oklch(0.265 0.008 80)', ink: 'oklch(0.99 0.003 95)' },
  dark: { all: 'oklch(0.95 0.004 80 / 0.2)', current: 'oklch(0.93 0.005 85)', ink: 'oklch(0.2 0.004 80)' },
};
/**
 * The lines that are painted, for what may stand in any of them: the browser works out the style of each highlight for each
 * element its rule fits, and with all lines of the page that alone took 60 ms a frame. For the same reason of two texts each
 * has its own.
 */
const PAINTED_LINE = 'painted';
const UNDERLINE_LANES = 3;
/** Above every tint and underline; what is searched for shows on a selection, too. */
const SELECTION_PRIORITY = 1_000;
const FOUND_PRIORITY = 1_001;
/** Painted beyond the screen, so that most frames of a scroll paint nothing. */
const LINES_AROUND = 20;

/**
 * Paints codings beneath the text by the CSS Custom Highlight API, for the lines on screen and some around them: one
 * tint per set of codes, so that a blend does not depend on order, and one underline per code and lane. The page's
 * elements are never touched.
 */
export class HighlightPainter {
  readonly #page: Page;
  readonly #sheet = new CSSStyleSheet();
  readonly #highlights: LineHighlights;
  readonly #prefix: string;
  /** The text nodes of this view's painted lines, in CSS. */
  readonly #where: string;
  #appearance: Appearance;
  #painted = { first: 0, last: -1 };
  #paintedLines: ReadonlySet<HTMLElement> = new Set();

  constructor(page: Page, appearance: Appearance) {
    this.#page = page;
    this.#appearance = appearance;
    this.#prefix = `p${Math.random().toString(36).slice(2, 8)}`;
    this.#highlights = new LineHighlights(this.#prefix);
    page.host.dataset['painter'] = this.#prefix;
    this.#where = `[data-painter=${this.#prefix}] .${PAINTED_LINE} > span`;
    document.adoptedStyleSheets.push(this.#sheet);
    this.#styleSelection();
  }

  destroy(): void {
    this.#highlights.destroy();
    for (const name of ['selection', 'found', 'found-current']) CSS.highlights.delete(this.#own(name));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Colours or theme have changed: every rule is written anew at the next painting. */
  restyle(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#highlights.forget();
    this.#sheet.replaceSync('');
    this.#styleSelection();
    this.#painted = { first: 0, last: -1 };
  }

  /** True when the lines on screen are no longer all painted. */
  isStale(visible: { first: number; last: number }): boolean {
    return visible.first < this.#painted.first || visible.last > this.#painted.last;
  }

  /** @param emphasis passages to be raised to full tint; @param workedOn the paragraph at hand, which is never quiet */
  paint(
    index: CodingIndex,
    visible: { first: number; last: number },
    { emphasis, workedOn }: { emphasis: Emphasis | null; workedOn: number },
  ): void {
    const filled = this.#page.filledParagraphs();
    const first = Math.max(filled.first, visible.first - LINES_AROUND);
    const last = Math.min(filled.last, visible.last + LINES_AROUND);
    this.#painted = { first, last };
    const lines = this.#markPainted(first, last);
    this.#highlights.begin(lines.values());
    for (const [paragraph, line] of lines) {
      const span = { startUtf16: this.#page.doc.startOf(paragraph), endUtf16: this.#page.doc.endOf(paragraph) };
      const codings = index.overlapping(span.startUtf16, span.endUtf16);
      if (codings.length === 0) continue;
      this.#paintTints(line, codings, span, { emphasis, isWorkedOn: paragraph === workedOn });
      this.#paintUnderlines(line, codings, span, { index, emphasis });
    }
    this.#highlights.end();
  }

  #markPainted(first: number, last: number): Map<number, HTMLElement> {
    const lines = new Map<number, HTMLElement>();
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const line = this.#page.paragraphElement(paragraph);
      if (line) lines.set(paragraph, line);
    }
    const elements = new Set(lines.values());
    for (const line of this.#paintedLines) if (!elements.has(line)) line.classList.remove(PAINTED_LINE);
    for (const line of elements) line.classList.add(PAINTED_LINE);
    this.#paintedLines = elements;
    return lines;
  }

  /** The model's selection, which stays visible while the focus is elsewhere. */
  paintSelection(span: Span | null): void {
    const highlight = new Highlight();
    highlight.priority = SELECTION_PRIORITY;
    if (span) for (const range of this.#clampedRanges(span)) highlight.add(range);
    CSS.highlights.set(this.#own('selection'), highlight);
  }

  /** Places found by a search, near the window; the current one stands out. */
  paintFound(spans: FoundSpans, current: number): void {
    const { doc } = this.#page;
    const filled = this.#page.filledParagraphs();
    const from = doc.startOf(filled.first);
    const to = doc.endOf(filled.last);
    const all = new Highlight();
    const one = new Highlight();
    all.priority = FOUND_PRIORITY;
    one.priority = FOUND_PRIORITY + 1;
    // A place may begin above what is in the page and reach into it.
    for (let at = Math.max(0, spans.firstFrom(from) - 1); at < spans.length; at++) {
      const span = spans.at(at);
      if (!span || span.startUtf16 >= to) break;
      for (const range of this.#clampedRanges(span)) (at === current ? one : all).add(range);
    }
    CSS.highlights.set(this.#own('found'), all);
    CSS.highlights.set(this.#own('found-current'), one);
  }

  /** Two texts may be on screen, and highlights are named for the whole document. */
  #own(name: string): string {
    return `${this.#prefix}-${name}`;
  }

  #clampedRanges({ startUtf16, endUtf16 }: Span): StaticRange[] {
    const { doc } = this.#page;
    const filled = this.#page.filledParagraphs();
    const start = Math.max(startUtf16, doc.startOf(filled.first));
    const end = Math.min(endUtf16, doc.endOf(filled.last));
    const range = start < end ? this.#page.places.staticRange(start, end) : null;
    return range ? [range] : [];
  }

  #paintTints(
    line: HTMLElement,
    codings: readonly Coding[],
    { startUtf16, endUtf16 }: Span,
    { emphasis, isWorkedOn }: { emphasis: Emphasis | null; isWorkedOn: boolean },
  ): void {
    const raised = emphasis ? codings.filter(emphasis) : [];
    if (this.#appearance.isForcedColors) return;
    for (const whole of planTints(codings, startUtf16, endUtf16)) {
      for (const tint of cutAtEdges(whole, raised)) {
        const isRaised = raised.some(
          (coding) => coding.startUtf16 < tint.endUtf16 && coding.endUtf16 > tint.startUtf16,
        );
        const strength = this.#appearance.isFullTint || isWorkedOn || isRaised ? 'full' : 'quiet';
        const colors = tint.codeIds.map(this.#appearance.colorOf);
        const declarations = `background-color: ${tintColor(colors, this.#appearance.theme, strength)}`;
        const range = this.#page.places.staticRange(tint.startUtf16, tint.endUtf16);
        if (range) this.#highlights.add(line, range, { declarations, priority: 0 });
      }
    }
  }

  #paintUnderlines(
    line: HTMLElement,
    codings: readonly Coding[],
    { startUtf16, endUtf16 }: Span,
    { index, emphasis }: { index: CodingIndex; emphasis: Emphasis | null },
  ): void {
    for (const coding of codings) {
      const isRaised = emphasis?.(coding) ?? false;
      const own = index.laneOf(coding);
      if (own >= UNDERLINE_LANES && !isRaised) continue;
      // One that found no lane takes the last while it is raised.
      const lane = Math.min(own, UNDERLINE_LANES - 1);
      const color = this.#appearance.colorOf(coding.codeId);
      const ink = this.#appearance.isForcedColors ? 'CanvasText' : inkColor(color, this.#appearance.theme);
      const style = seriesOf(color) === 'square' ? 'solid' : 'dashed';
      const declarations = `text-decoration: underline ${isRaised ? 3 : 2}px ${style} ${ink}; text-underline-offset: ${4 + lane * 3}px; text-decoration-skip-ink: none`;
      const range = this.#page.places.staticRange(
        Math.max(coding.startUtf16, startUtf16),
        Math.min(coding.endUtf16, endUtf16),
      );
      if (range) this.#highlights.add(line, range, { declarations, priority: lane + (isRaised ? 11 : 1) });
    }
  }

  /** The system's own colours where someone has chosen them. */
  #styleSelection(): void {
    const isForced = this.#appearance.isForcedColors;
    const style = isForced
      ? 'background-color: Highlight; color: HighlightText'
      : `background-color: ${SELECTION[this.#appearance.theme]}`;
    this.#sheet.insertRule(`${this.#where}::highlight(${this.#own('selection')}) { ${style} }`);
    if (!isForced) {
      const resting = `background-color: ${RESTING[this.#appearance.theme]}`;
      this.#sheet.insertRule(`[data-resting] ${this.#where}::highlight(${this.#own('selection')}) { ${resting} }`, 1);
    }
    const found = isForced
      ? { all: 'Mark', current: 'Highlight', ink: 'HighlightText' }
      : FOUND[this.#appearance.theme];
    this.#sheet.insertRule(
      `${this.#where}::highlight(${this.#own('found')}) { background-color: ${found.all}${isForced ? '; color: MarkText' : ''} }`,
    );
    this.#sheet.insertRule(
      `${this.#where}::highlight(${this.#own('found-current')}) { background-color: ${found.current}; color: ${found.ink} }`,
    );
  }
}

/** Where codings with the same codes touch or overlap, one of them may be raised and the others not. */
function cutAtEdges(tint: TintedSpan, raised: readonly Coding[]): TintedSpan[] {
  const edges = new Set([tint.startUtf16, tint.endUtf16]);
  for (const { startUtf16, endUtf16 } of raised) {
    for (const edge of [startUtf16, endUtf16]) if (edge > tint.startUtf16 && edge < tint.endUtf16) edges.add(edge);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => ({ ...tint, startUtf16: sorted[at] ?? tint.startUtf16, endUtf16: end }));
}
