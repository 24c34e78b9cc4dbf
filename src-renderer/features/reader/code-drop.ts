import { isSameSpan, type Span } from '#domain/coding/span.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { Caret } from './caret.ts';
import { CODE_DRAG_TYPE } from './drag-types.ts';
import type { Page } from './page.ts';
import type { PointerPlace } from './pointer-place.ts';

/** Styled in reader.css. */
const HIGHLIGHT = 'reader-drop';

/** A code that is dragged over the text: shows which passage it would be given to, and says when it is dropped. */
export class CodeDrop {
  readonly #page: Page;
  readonly #caret: Caret;
  readonly #units: TextUnits;
  readonly #place: PointerPlace;
  #target: Span | null = null;

  constructor(
    { page, caret, units, place }: { page: Page; caret: Caret; units: TextUnits; place: PointerPlace },
    onDrop: (codeId: CodeId, span: Span) => void,
    signal: AbortSignal,
  ) {
    this.#page = page;
    this.#caret = caret;
    this.#units = units;
    this.#place = place;
    const { host } = page;
    host.addEventListener('dragover', (event) => this.#over(event), { signal });
    host.addEventListener('dragleave', () => this.#aim(null), { signal });
    // Escape ends a drag where it began.
    window.addEventListener('dragend', () => this.#aim(null), { signal });
    host.addEventListener(
      'drop',
      (event) => {
        const target = this.#target;
        const codeId = event.dataTransfer?.getData(CODE_DRAG_TYPE);
        this.#aim(null);
        if (!target || !codeId) return;
        event.preventDefault();
        // The library would warn of a drop on what is not its own; by key there are other ways.
        event.stopPropagation();
        onDrop(codeId as CodeId, target);
      },
      { signal },
    );
  }

  destroy(): void {
    this.#aim(null);
  }

  #over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes(CODE_DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#aim(this.#targetAt(this.#place.nearest(event.clientX, event.clientY)));
  }

  /** The selection when the code is held over it, else the sentence beneath. */
  #targetAt(offset: number): Span | null {
    const { selection } = this.#caret;
    if (selection && selection.startUtf16 <= offset && offset <= selection.endUtf16) return selection;
    const sentence = this.#units.sentenceAt(offset);
    return sentence.endUtf16 > sentence.startUtf16 ? sentence : null;
  }

  #aim(target: Span | null): void {
    if (isSameSpan(target, this.#target)) return;
    this.#target = target;
    const range = target && this.#page.places.staticRange(target.startUtf16, target.endUtf16);
    if (!range) {
      CSS.highlights.delete(HIGHLIGHT);
      return;
    }
    const highlight = new Highlight(range);
    // Above the selection.
    highlight.priority = 2_000;
    CSS.highlights.set(HIGHLIGHT, highlight);
  }
}
