import type { Caret } from './caret.ts';
import { PASSAGE_DRAG_TYPE } from './drag-types.ts';
import type { Page } from './page.ts';

/** Letters of the passage that the hand carries. */
const SHOWN = 60;

/** The selection, taken hold of and dragged out of the text: onto a code, or into another program. */
export class PassageDrag {
  readonly #page: Page;
  readonly #caret: Caret;

  constructor(page: Page, caret: Caret, signal: AbortSignal) {
    this.#page = page;
    this.#caret = caret;
    page.host.addEventListener('dragstart', (event) => this.#begin(event), { signal });
  }

  /** Whether the browser would begin a drag there: it does where it knows of a selection, which is near the caret. */
  canBegin(x: number, y: number): boolean {
    if (!this.#caret.selection) return false;
    this.#page.host.focus({ preventScroll: true });
    this.#caret.project();
    const position = document.caretPositionFromPoint(x, y);
    const selection = document.getSelection();
    if (!position || !selection || selection.rangeCount === 0) return false;
    const range = selection.getRangeAt(0);
    // Half a letter beyond its ends the nearest place is still one of the selection's; there a new selection begins.
    return (
      range.isPointInRange(position.offsetNode, position.offset) &&
      [...range.getClientRects()].some((box) => isInside(box, x, y))
    );
  }

  #begin(event: DragEvent): void {
    const { selection } = this.#caret;
    if (!selection || !event.dataTransfer) {
      event.preventDefault();
      return;
    }
    const text = this.#page.doc.text.slice(selection.startUtf16, selection.endUtf16);
    event.dataTransfer.clearData();
    event.dataTransfer.setData(PASSAGE_DRAG_TYPE, '1');
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'copy';
    const image = document.createElement('div');
    image.className = 'carried-passage';
    image.lang = this.#page.host.lang;
    image.dir = 'auto';
    image.textContent = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
    document.body.append(image);
    event.dataTransfer.setDragImage(image, 0, 0);
    // The browser has taken its picture by then.
    setTimeout(() => image.remove());
  }
}

function isInside({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
