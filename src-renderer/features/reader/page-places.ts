import type { DocText } from '#domain/corpus/doc-text.ts';
import { paragraphIndexOf } from './page-nodes.ts';

/** A place in the DOM, as ranges and selections want it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The way between places of the text, in UTF-16 units, and places of the DOM, for the part of the text that is in the page. */
export class PagePlaces {
  readonly #doc: DocText;
  readonly #host: HTMLElement;
  readonly #elementOf: (paragraph: number) => HTMLElement | null;
  readonly #ruler = document.createRange();

  constructor(doc: DocText, host: HTMLElement, elementOf: (paragraph: number) => HTMLElement | null) {
    this.#doc = doc;
    this.#host = host;
    this.#elementOf = elementOf;
  }

  /** Null when that part of the text is not in the page. */
  domPoint(offset: number): DomPoint | null {
    const paragraph = this.#doc.paragraphAt(offset);
    const element = this.#elementOf(paragraph);
    if (!element) return null;
    const text = element.firstChild?.firstChild;
    return text instanceof Text
      ? { node: text, offset: Math.min(offset - this.#doc.startOf(paragraph), text.length) }
      : { node: element, offset: 0 };
  }

  /** A Range over a span, which must be in the page; `null` where it is not. For measuring: the same one, moved each time. */
  range(startUtf16: number, endUtf16: number): Range | null {
    const start = this.domPoint(startUtf16);
    const end = this.domPoint(endUtf16);
    if (!start || !end) return null;
    this.#ruler.setStart(start.node, start.offset);
    this.#ruler.setEnd(end.node, end.offset);
    return this.#ruler;
  }

  /**
   * A span for the painter. Static, since the browser takes every live Range along through every change of the document,
   * also those that nobody holds any more: some thousands, after a minute of coding, made each key press cost 100 ms.
   */
  staticRange(startUtf16: number, endUtf16: number): StaticRange | null {
    const start = this.domPoint(startUtf16);
    const end = this.domPoint(endUtf16);
    if (!start || !end) return null;
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  /** The offset a DOM place stands for; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.#host.contains(node)) return null;
    for (let at: Node | null = node; at && at !== this.#host; at = at.parentNode) {
      const paragraph = paragraphIndexOf(at);
      if (paragraph === undefined) continue;
      const start = this.#doc.startOf(paragraph);
      if (node instanceof Text) return start + offset;
      // An element place lies before its nth child: the start of the line, or its end.
      return offset === 0 ? start : this.#doc.endOf(paragraph);
    }
    return this.#offsetBetweenLines(node, offset);
  }

  #offsetBetweenLines(node: Node, offset: number): number {
    const children = node.childNodes;
    const after = children[offset];
    const lines = node instanceof Element ? [...node.querySelectorAll('.page-line')] : [];
    if (after instanceof Element) {
      const line = after.matches('.page-line') ? after : after.querySelector('.page-line');
      const paragraph = line ? paragraphIndexOf(line) : undefined;
      if (paragraph !== undefined) return this.#doc.startOf(paragraph);
    }
    const lastLine = lines[lines.length - 1];
    const paragraph = lastLine ? paragraphIndexOf(lastLine) : undefined;
    return paragraph === undefined ? this.#doc.text.length : this.#doc.endOf(paragraph);
  }
}
