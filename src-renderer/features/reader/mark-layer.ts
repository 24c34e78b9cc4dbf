import type { Page } from './page.ts';

/** Something that stands beside the text and is opened from there: a memo. Offsets in UTF-16 units. */
export interface MarginMark {
  readonly id: string;
  readonly startUtf16: number;
  /** Exclusive. */
  readonly endUtf16: number;
  /** What it is, for those who point at it. */
  readonly label: string;
}

/** Told what stands at a line when it is pressed, and where in the window, in CSS pixels. */
export type ChooseMarks = (marks: readonly MarginMark[], at: { readonly x: number; readonly y: number }) => void;

/** As far as the highlights are painted, since all is drawn together. */
const LINES_AROUND = 20;

/**
 * Small notes between the text and its stripes, each beside the line where its passage begins. One layer, drawn anew as a
 * whole; keyboard and screen reader come to the same notes by commands and by the list of memos.
 */
export class MarkLayer {
  readonly #page: Page;
  readonly #layer: HTMLElement;
  readonly #onChoose: ChooseMarks;
  #marks: readonly MarginMark[] = [];

  constructor(page: Page, layer: HTMLElement, onChoose: ChooseMarks) {
    this.#page = page;
    this.#layer = layer;
    this.#onChoose = onChoose;
  }

  get all(): readonly MarginMark[] {
    return this.#marks;
  }

  set(marks: readonly MarginMark[]): void {
    this.#marks = [...marks].sort((a, b) => a.startUtf16 - b.startUtf16);
  }

  clear(): void {
    this.#layer.replaceChildren();
  }

  draw(visible: { first: number; last: number }): void {
    const fragment = document.createDocumentFragment();
    for (const [top, marks] of this.#linesNear(visible)) fragment.append(this.#note(top, marks));
    this.#layer.replaceChildren(fragment);
  }

  /** Marks by the line they stand at, as its top in CSS pixels of the layer. */
  #linesNear(visible: { first: number; last: number }): Map<number, MarginMark[]> {
    const lines = new Map<number, MarginMark[]>();
    if (this.#marks.length === 0) return lines;
    const { doc } = this.#page;
    const filled = this.#page.filledParagraphs();
    const from = doc.startOf(Math.max(filled.first, visible.first - LINES_AROUND));
    const to = doc.endOf(Math.min(filled.last, visible.last + LINES_AROUND));
    const origin = this.#layer.getBoundingClientRect().top;
    for (const mark of this.#marks) {
      if (mark.startUtf16 < from || mark.startUtf16 > to) continue;
      const box = this.#page.places.range(mark.startUtf16, Math.min(mark.startUtf16 + 1, to))?.getClientRects()[0];
      if (!box) continue;
      const top = Math.round(box.top + box.height / 2 - origin);
      const line = lines.get(top);
      if (line) line.push(mark);
      else lines.set(top, [mark]);
    }
    return lines;
  }

  #note(middle: number, marks: readonly MarginMark[]): HTMLElement {
    const note = document.createElement('div');
    note.className = 'margin-mark';
    note.style.top = `${middle - 7}px`;
    note.title = marks.map(({ label }) => label).join('\n');
    if (marks.length > 1) note.textContent = String(marks.length);
    note.addEventListener('click', () => {
      const { left, bottom } = note.getBoundingClientRect();
      this.#onChoose(marks, { x: left, y: bottom + 2 });
    });
    return note;
  }
}
