import { ElementNode, type SerializedElementNode } from 'lexical';

/** Paragraph index by element: how a place on the page finds its way back into the text. */
const paragraphIndexes = new WeakMap<Node, number>();

export function paragraphIndexOf(element: Node): number | undefined {
  return paragraphIndexes.get(element);
}

/** A box of paragraphs that come into the page, and leave it, together. */
export class SectionNode extends ElementNode {
  static override getType(): string {
    return 'section';
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__key);
  }

  static override importJSON(): SectionNode {
    return new SectionNode();
  }

  override exportJSON(): SerializedElementNode {
    return super.exportJSON();
  }

  /** Lexical lets the children of a root find their own direction (`dir=auto`), and each line is to find its own. */
  override isShadowRoot(): boolean {
    return true;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'page-section';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** One line of the source. Its number is drawn by CSS, so that it is no part of the text. */
export class LineNode extends ElementNode {
  __index = 0;
  __number = 0;

  static override getType(): string {
    return 'line';
  }

  static override clone(node: LineNode): LineNode {
    const clone = new LineNode(node.__key);
    clone.__index = node.__index;
    clone.__number = node.__number;
    return clone;
  }

  static override importJSON(): LineNode {
    return new LineNode();
  }

  override exportJSON(): SerializedElementNode {
    return super.exportJSON();
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = this.__number === 0 ? 'page-line blank' : 'page-line';
    if (this.__number > 0) element.dataset['number'] = String(this.__number);
    paragraphIndexes.set(element, this.__index);
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createLineNode(index: number, number: number): LineNode {
  const node = new LineNode();
  node.__index = index;
  node.__number = number;
  return node;
}
