import type { Edge } from '#domain/coding/move-edge.ts';
import type { Span } from '#domain/coding/span.ts';
import type { LineGeometry } from './line-geometry.ts';

const EDGES = ['start', 'end'] as const;

/** The two ends of a passage, drawn over the text, to be taken hold of. By key the same is a command. */
export class EdgeHandles {
  readonly #geometry: LineGeometry;
  readonly #handles: Readonly<Record<Edge, HTMLElement>>;
  #span: Span | null = null;
  #frame = 0;

  constructor(layer: HTMLElement, geometry: LineGeometry, onPress: (edge: Edge, event: MouseEvent) => void) {
    this.#geometry = geometry;
    this.#handles = { start: handle('start'), end: handle('end') };
    for (const edge of EDGES) this.#handles[edge].addEventListener('mousedown', (event) => onPress(edge, event));
    layer.replaceChildren(this.#handles.start, this.#handles.end);
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    for (const edge of EDGES) this.#handles[edge].remove();
  }

  /** At the ends of a span, with the next frame, when places are measured anyway; null hides them. */
  show(span: Span | null): void {
    this.#span = span;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /** The one that the keys move now. */
  mark(active: Edge | null): void {
    for (const edge of EDGES) this.#handles[edge].classList.toggle('active', edge === active);
  }

  #draw(): void {
    for (const edge of EDGES) {
      const element = this.#handles[edge];
      const box = this.#span && this.#boxOf(edge, this.#span);
      element.hidden = !box;
      const origin = box && element.offsetParent?.getBoundingClientRect();
      if (!box || !origin) continue;
      if (this.#span) element.classList.toggle('left-edge', this.#isLeftOf(edge, this.#span, box));
      element.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`;
      element.style.height = `${box.height}px`;
    }
  }

  /** Whether the passage lies to the right of its edge: there the hand takes hold of it, beyond it a new selection begins. */
  #isLeftOf(edge: Edge, { startUtf16, endUtf16 }: Span, box: DOMRect): boolean {
    const within =
      edge === 'start'
        ? this.#geometry.boxAt(startUtf16 + 1, 'upstream')
        : this.#geometry.boxAt(endUtf16 - 1, 'downstream');
    if (within?.top !== box.top || within.left === box.left) return edge === 'start';
    return within.left > box.left;
  }

  #boxOf(edge: Edge, { startUtf16, endUtf16 }: Span): DOMRect | null {
    return edge === 'start'
      ? this.#geometry.boxAt(startUtf16, 'downstream')
      : this.#geometry.boxAt(endUtf16, 'upstream');
  }
}

function handle(edge: Edge): HTMLElement {
  const element = document.createElement('div');
  element.className = `reader-edge ${edge}`;
  element.hidden = true;
  return element;
}
