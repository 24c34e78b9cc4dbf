import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { LineGeometry } from './line-geometry.ts';
import type { Page } from './page.ts';

/** Which offset of the text a point of the window means. */
export class PointerPlace {
  readonly #page: Page;
  readonly #units: TextUnits;
  readonly #geometry: LineGeometry;

  constructor({ page, units, geometry }: { page: Page; units: TextUnits; geometry: LineGeometry }) {
    this.#page = page;
    this.#units = units;
    this.#geometry = geometry;
  }

  /** The offset the browser sees under a point, anywhere in a grapheme; null where there is no text. */
  under(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y);
    return position && this.#page.places.offsetOf(position.offsetNode, position.offset);
  }

  /** The grapheme border nearest to a point; beyond the text and the window that of the nearest line in view. */
  nearest(x: number, y: number): number {
    const view = this.#page.scroller.getBoundingClientRect();
    const column = this.#page.host.getBoundingClientRect();
    const inside = {
      x: clamp(x, column.left + 1, column.right - 1),
      y: clamp(y, Math.max(view.top, column.top) + 1, Math.min(view.bottom, column.bottom) - 1),
    };
    const offset =
      this.under(inside.x, inside.y) ??
      this.#geometry.offsetNear(inside.x, inside.y)?.offset ??
      this.#page.doc.text.length;
    const start = this.#units.snap(offset);
    const end = offset === start ? start : this.#units.nextGrapheme(start);
    return offset - start <= end - offset ? start : end;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
