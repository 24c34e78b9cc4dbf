import type { CodingIndex } from '#domain/coding/coding-index.ts';
import type { TextUnit, TextUnits } from '#domain/corpus/text-units.ts';
import type { Coding } from '#domain/project/records.ts';
import { isModPressed } from '#ui/shortcut-text.ts';
import type { Caret } from './caret.ts';
import { drawnSelection } from './drawn-selection.ts';
import { followDrag, type DragPoint } from './follow-drag.ts';
import type { Page } from './page.ts';
import { PassageDrag } from './passage-drag.ts';
import type { PointerPlace } from './pointer-place.ts';

/** While text runs under a resting pointer nobody is pointing at anything. */
const RESTING_MS = 150;
/** By how often it was clicked. Three clicks take the paragraph, as everywhere; Ctrl+click takes the sentence, as in Word. */
const UNIT_OF_CLICKS: readonly (TextUnit | null)[] = [null, null, 'word', 'paragraph', 'turn'];

/**
 * What the mouse does in the text: it points at codings and draws selections. All of it is ours: the browser would select
 * half a grapheme, and lose the beginning of a selection when its section leaves the page.
 */
export class PointerInput {
  /** Whether a drag takes whole words; holding Alt does the opposite. */
  isSnappingToWords = false;
  readonly #page: Page;
  readonly #caret: Caret;
  readonly #units: TextUnits;
  /** Codings that a filter hides cannot be pointed at. */
  readonly #view: { readonly shown: CodingIndex };
  readonly #place: PointerPlace;
  readonly #onPoint: (coding: Coding | null) => void;
  readonly #signal: AbortSignal;
  readonly #passageDrag: PassageDrag;
  #scrolledAt = 0;

  constructor(
    view: { page: Page; caret: Caret; units: TextUnits; readonly shown: CodingIndex },
    place: PointerPlace,
    onPoint: (coding: Coding | null) => void,
    signal: AbortSignal,
  ) {
    this.#page = view.page;
    this.#caret = view.caret;
    this.#units = view.units;
    this.#view = view;
    this.#place = place;
    this.#onPoint = onPoint;
    this.#signal = signal;
    this.#passageDrag = new PassageDrag(view.page, view.caret, signal);
    const { host } = view.page;
    host.addEventListener('mousedown', (event) => this.#pressed(event), { signal });
    host.addEventListener('pointermove', (event) => this.#pointAt(event), { signal });
    host.addEventListener('pointerleave', () => onPoint(null), { signal });
  }

  /** The text has been scrolled. */
  scrolled(): void {
    this.#scrolledAt = performance.now();
  }

  /** The unit a drag takes whole at both ends; null for characters. */
  snapUnit({ isAltPressed }: Pick<DragPoint, 'isAltPressed'>): 'word' | null {
    return this.isSnappingToWords === isAltPressed ? null : 'word';
  }

  #pressed(event: MouseEvent): void {
    if (event.button === 1) return;
    const at = this.#place.nearest(event.clientX, event.clientY);
    if (event.button === 2) {
      // The menu that comes up is about what was pressed.
      if (!this.#isSelected(at)) this.#caret.select(at, at, { scroll: false });
      return;
    }
    const isPlain = event.detail === 1 && !event.shiftKey && !isModPressed(event);
    if (isPlain && this.#isSelected(at) && this.#passageDrag.canBegin(event.clientX, event.clientY)) {
      this.#clickSelected(at);
      return;
    }
    event.preventDefault();
    this.#page.host.focus({ preventScroll: true });
    this.#draw(event, at);
  }

  /** Pressed, the selection may be about to be carried away; released on the spot, the caret goes there. */
  #clickSelected(at: number): void {
    const over = new AbortController();
    const options = { signal: AbortSignal.any([over.signal, this.#signal]), capture: true };
    const { host } = this.#page;
    host.addEventListener('dragstart', () => over.abort(), options);
    window.addEventListener(
      'mouseup',
      () => {
        over.abort();
        this.#caret.select(at, at, { scroll: false });
      },
      options,
    );
  }

  #draw(press: MouseEvent, pressedAt: number): void {
    const before = this.#caret.state;
    const chosen = this.#unitOf(press, pressedAt);
    const anchor = press.shiftKey ? before.anchor : pressedAt;
    const origin = { startUtf16: anchor, endUtf16: anchor };
    const follow = (at: number, unit: TextUnit | null): void => {
      const { anchor: from, focus } = drawnSelection(this.#units, unit, origin, at);
      this.#caret.select(from, focus, { scroll: false });
    };
    follow(pressedAt, chosen);
    followDrag(
      this.#page.scroller,
      press,
      {
        onMove: (point) => {
          this.#page.follow();
          const at = this.#place.nearest(point.x, point.y);
          // A hand that has not left the place it pressed has set the caret, whatever is snapped to.
          follow(at, chosen ?? (at === pressedAt && !press.shiftKey ? null : this.snapUnit(point)));
        },
        onEnd: () => undefined,
        onCancel: () => this.#caret.select(before.anchor, before.focus, { scroll: false }),
      },
      this.#signal,
    );
  }

  #unitOf(press: MouseEvent, at: number): TextUnit | null {
    if (press.detail <= 1) return isModPressed(press) ? 'sentence' : null;
    const unit = UNIT_OF_CLICKS[Math.min(press.detail, UNIT_OF_CLICKS.length - 1)] ?? null;
    return unit === 'turn' && !this.#units.turnAt(at) ? 'paragraph' : unit;
  }

  #isSelected(offset: number): boolean {
    const { selection } = this.#caret;
    return selection !== null && selection.startUtf16 <= offset && offset <= selection.endUtf16;
  }

  #pointAt(event: PointerEvent): void {
    if (event.buttons !== 0 || performance.now() - this.#scrolledAt < RESTING_MS) return;
    const offset = this.#place.under(event.clientX, event.clientY);
    const coding = offset === null ? undefined : this.#view.shown.at(offset)[0];
    this.#onPoint(coding ?? null);
  }
}
