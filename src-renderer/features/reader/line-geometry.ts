import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { Page } from './page.ts';

/** At a soft wrap one offset has two places: the end of the line above (`upstream`) or the start of the next. */
export type Affinity = 'upstream' | 'downstream';

/** An offset of the text and which of its places is meant. */
export interface TextPlace {
  readonly offset: number;
  readonly affinity: Affinity;
}

/** A line as it is wrapped on screen, in client pixels. */
export interface Line {
  readonly start: number;
  /** Exclusive; of a wrapped line the offset at which the next begins. */
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far around a place lines are looked for, in UTF-16 units: several lines of the widest page. Each costs a dozen measurements. */
const LINES_REACH = 2_000;
const GALLOP = 128;

/**
 * Where offsets are on screen and which offsets are at a place on screen, found by measuring boxes and not by the
 * browser's own moves. Only for text that is in the page.
 */
export class LineGeometry {
  readonly #page: Page;
  readonly #units: TextUnits;
  /** One for all measuring: see `Page.staticRange`. */
  readonly #ruler = document.createRange();

  constructor(page: Page, units: TextUnits) {
    this.#page = page;
    this.#units = units;
  }

  /** The place of an offset, in client coordinates; null when it is not in the page. */
  boxAt(offset: number, affinity: Affinity): DOMRect | null {
    const point = this.#page.places.domPoint(offset);
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

  /** The nearest offset on the next line above or below the box of an offset; null at the first and last line. */
  offsetBeyond(from: number, box: DOMRect, direction: 1 | -1, x: number): TextPlace | null {
    const { doc } = this.#page;
    const middle = (box.top + box.bottom) / 2;
    let paragraph = doc.paragraphAt(from);
    while (paragraph >= 0 && paragraph < doc.paragraphCount) {
      const entry = direction === 1 ? doc.startOf(paragraph) : doc.endOf(paragraph);
      const isOwn = paragraph === doc.paragraphAt(from);
      const lines = this.linesOf(paragraph, isOwn ? from : entry);
      const beyond = lines.filter(({ top, bottom }) => (direction === 1 ? top >= middle : bottom <= middle));
      const line = direction === 1 ? beyond[0] : beyond[beyond.length - 1];
      if (line) return this.#offsetOnLine(line, x, line !== lines[lines.length - 1]);
      paragraph += direction;
      if (paragraph >= 0 && paragraph < doc.paragraphCount) this.#page.fillAround(doc.startOf(paragraph));
    }
    return null;
  }

  /** The offset nearest to a point of the window, among the lines on screen. */
  offsetNear(x: number, y: number): TextPlace | null {
    const { first, last } = this.#page.visibleParagraphs();
    let best: { paragraph: number; distance: number } | null = null;
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const box = this.#page.paragraphElement(paragraph)?.getBoundingClientRect();
      if (!box) continue;
      const distance = y < box.top ? box.top - y : y > box.bottom ? y - box.bottom : 0;
      if (!best || distance < best.distance) best = { paragraph, distance };
    }
    if (!best) return null;
    const lines = this.linesOf(best.paragraph, this.#offsetAtHeight(best.paragraph, y));
    const distanceTo = ({ top, bottom }: Line): number => Math.max(top - y, y - bottom, 0);
    const line = lines.reduce(
      (nearest, next) => (distanceTo(next) < distanceTo(nearest) ? next : nearest),
      lines[0] as Line,
    );
    return this.#offsetOnLine(line, x, line !== lines[lines.length - 1]);
  }

  /** Bisects a line for the caret place nearest to x, then walks graphemes where text runs both ways. */
  #offsetOnLine(line: Line, x: number, isWrapped: boolean): TextPlace {
    let best = line.start;
    let bestDistance = Infinity;
    for (let offset = line.start; offset <= line.end;) {
      const affinity = isWrapped && offset === line.end ? 'upstream' : 'downstream';
      const box = this.boxAt(offset, affinity);
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
      if ((this.boxAt(middle, 'downstream')?.bottom ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The lines of a paragraph as wrapped; of a very long one those around `near`, the first and last of which may be cut.
   */
  linesOf(paragraph: number, near: number): Line[] {
    const { doc } = this.#page;
    const start = Math.max(doc.startOf(paragraph), near - LINES_REACH);
    const end = Math.min(doc.endOf(paragraph), near + LINES_REACH);
    const lines: Line[] = [];
    let lineStart = start;
    let box = this.boxAt(start, 'downstream');
    while (box && lineStart < end) {
      const { top, bottom } = box;
      const next = this.#firstBelow(lineStart, end, bottom);
      lines.push({ start: lineStart, end: next ?? end, top, bottom });
      if (next === null) break;
      lineStart = next;
      box = this.boxAt(next, 'downstream');
    }
    if (lines.length === 0 && box) lines.push({ start, end, top: box.top, bottom: box.bottom });
    return lines;
  }

  #firstBelow(from: number, end: number, bottom: number): number | null {
    const isBelow = (offset: number): boolean => (this.boxAt(offset, 'downstream')?.top ?? 0) >= bottom - 4;
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
}
