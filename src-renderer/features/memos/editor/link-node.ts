import { TextNode, type EditorConfig, type LexicalEditor, type SerializedTextNode } from 'lexical';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';

/** What a link says: the present name of what it leads to, or that this is gone. */
export interface LinkFace {
  readonly text: string;
  readonly isGone: boolean;
  /** Shown while the pointer rests on it. */
  readonly hint: string;
}

interface SerializedLink extends SerializedTextNode {
  readonly target: LinkTarget;
  readonly label: string;
  readonly face: LinkFace;
}

/** A link in a memo: text that is deleted and walked over as a whole, so that it always is somebody's name. */
export class LinkNode extends TextNode {
  __target: LinkTarget = { kind: 'memo', id: '' };
  __label = '';
  __face: LinkFace = { text: '', isGone: false, hint: '' };

  static override getType(): string {
    return 'memo-link';
  }

  static override clone(node: LinkNode): LinkNode {
    const clone = new LinkNode(node.__text, node.__key);
    clone.__target = node.__target;
    clone.__label = node.__label;
    clone.__face = node.__face;
    return clone;
  }

  static override importJSON(json: object): LinkNode {
    const { target, label, face } = json as SerializedLink;
    return $createLinkNode(target, label, face);
  }

  override exportJSON(): SerializedLink {
    return { ...super.exportJSON(), target: this.__target, label: this.__label, face: this.__face };
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const element = super.createDOM(config, editor);
    this.#dress(element);
    return element;
  }

  override updateDOM(before: this, element: HTMLElement, config: EditorConfig): boolean {
    const isReplaced = super.updateDOM(before, element, config);
    if (!isReplaced) this.#dress(element);
    return isReplaced;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  get target(): LinkTarget {
    return this.getLatest().__target;
  }

  /** The name to be kept in the markup, for the day on which the thing is gone. */
  get label(): string {
    const { __face: face, __label: label } = this.getLatest();
    return face.isGone ? label : face.text;
  }

  differs({ text, isGone }: LinkFace): boolean {
    const { __face: face } = this.getLatest();
    return face.text !== text || face.isGone !== isGone;
  }

  wear(face: LinkFace): void {
    const writable = this.getWritable();
    if (!writable.__face.isGone) writable.__label = writable.__face.text;
    writable.__face = face;
    writable.__text = face.text;
  }

  #dress(element: HTMLElement): void {
    element.className = this.__face.isGone ? 'memo-link memo-link-gone' : 'memo-link';
    element.role = 'link';
    element.title = this.__face.hint;
    element.dataset.link = `${this.__target.kind}/${this.__target.id}`;
    if (this.__face.isGone) element.ariaDisabled = 'true';
    else element.removeAttribute('aria-disabled');
  }
}

export function $createLinkNode(target: LinkTarget, label: string, face: LinkFace): LinkNode {
  const node = new LinkNode(face.text);
  node.__target = target;
  node.__label = label;
  node.__face = face;
  return node.setMode('token');
}
