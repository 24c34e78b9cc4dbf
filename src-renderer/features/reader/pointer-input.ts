import type { CodingIndex } from '#domain/coding/coding-index.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { Coding } from '#domain/project/records.ts';
import type { Caret } from './caret.ts';
import type { Page } from './page.ts';

/** While text runs under a resting pointer nobody is pointing at anything. */
const RESTING_MS = 150;

/** What the pointer does in the text: it points at codings and draws selections. */
export class PointerInput {
  readonly #page: Page;
  readonly #caret: Caret;
  readonly #units: TextUnits;
  readonly #index: CodingIndex;
  readonly #onPoint: (coding: Coding | null) => void;
  #scrolledAt = 0;
  /** Where the button went down; null while it is up, or when it went down for something else. */
  #pressedAt: number | null = null;

  constructor(
    view: { page: Page; caret: Caret; units: TextUnits; index: CodingIndex },
    onPoint: (coding: Coding | null) => void,
    signal: AbortSignal,
  ) {
    this.#page = view.page;
    this.#caret = view.caret;
    this.#units = view.units;
    this.#index = view.index;
    this.#onPoint = onPoint;
    const { host } = view.page;
    host.addEventListener('pointerdown', (event) => this.#pointerDown(event), { signal });
    window.addEventListener('pointerup', (event) => this.#pointerUp(event), { signal });
    host.addEventListener('pointermove', (event) => this.#pointAt(event), { signal });
    host.addEventListener('pointerleave', () => onPoint(null), { signal });
  }

  /** The text has been scrolled. */
  scrolled(): void {
    this.#scrolledAt = performance.now();
  }

  #pointerDown(event: PointerEvent): void {
    this.#page.isTrimmingPaused = true;
    this.#pressedAt = event.button === 0 && !event.shiftKey ? this.#offsetUnder(event) : null;
  }

  #pointerUp(event: PointerEvent): void {
    if (!this.#page.isTrimmingPaused) return;
    this.#page.isTrimmingPaused = false;
    this.#caret.adoptDomSelection();
    const releasedAt = this.#pressedAt === null ? null : this.#offsetUnder(event);
    // Now and then the browser drops the selection of a drag while it is busy; the hand has drawn it all the same.
    if (this.#pressedAt !== null && releasedAt !== null && this.#pressedAt !== releasedAt && !this.#caret.selection) {
      this.#caret.select(this.#units.snap(this.#pressedAt), this.#units.snap(releasedAt), { scroll: false });
    }
    this.#pressedAt = null;
    this.#page.follow();
  }

  #pointAt(event: PointerEvent): void {
    if (event.buttons !== 0 || performance.now() - this.#scrolledAt < RESTING_MS) return;
    const offset = this.#offsetUnder(event);
    const coding = offset === null ? undefined : this.#index.at(offset)[0];
    this.#onPoint(coding ?? null);
  }

  #offsetUnder({ clientX, clientY }: PointerEvent): number | null {
    const position = document.caretPositionFromPoint(clientX, clientY);
    return position && this.#page.offsetOf(position.offsetNode, position.offset);
  }
}
