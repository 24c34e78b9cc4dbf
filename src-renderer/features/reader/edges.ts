import type { CodingIndex } from '#domain/coding/coding-index.ts';
import { placeEdge, stepEdge, type Edge, type EdgeUnit } from '#domain/coding/move-edge.ts';
import { isSameSpan, type Span } from '#domain/coding/span.ts';
import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { Change } from '#domain/history/change.ts';
import type { Coding } from '#domain/project/records.ts';
import type { Caret, CaretState } from './caret.ts';
import { EdgeHandles } from './edge-handles.ts';
import { followDrag } from './follow-drag.ts';
import type { Page } from './page.ts';
import type { PointerInput } from './pointer-input.ts';
import type { PointerPlace } from './pointer-place.ts';

/** What happens to the ends of a passage, for those who cannot see it. */
export interface EdgeNews {
  readonly kind: 'begun' | 'moved' | 'kept' | 'left';
  readonly edge: Edge;
  /** Whose they are; null for a selection. */
  readonly coding: Coding | null;
  /** The first or last words of the passage. */
  readonly words: string;
}

export interface EdgeEvents {
  readonly onNews: (news: EdgeNews) => void;
  /** Shows a coding on another span, not saved. */
  readonly onPreview: (from: Coding, to: Coding) => void;
  /** An end of a coding was let go. Settles when it is saved, or is not going to be. */
  readonly onResize: (coding: Coding, span: Span) => Promise<void>;
}

interface Adjusting {
  readonly before: CaretState;
  readonly span: Span;
  /** The coding as saved; null when it is the selection that changes. */
  readonly coding: Coding | null;
  edge: Edge;
  now: Span;
  readonly isByKey: boolean;
}

interface EdgeParts {
  readonly page: Page;
  readonly caret: Caret;
  readonly units: TextUnits;
  readonly index: CodingIndex;
  readonly pointer: PointerInput;
  readonly place: PointerPlace;
  /** Codings stay where they are; the ends of a selection can still be moved. */
  readonly isReadOnly: boolean;
}

/** So much of the passage is told, in UTF-16 units. */
const TOLD = 30;

/**
 * The two ends of the selection or of the chosen coding, moved by hand or by key. A coding changes on screen at once and is
 * saved when it is let go; Escape leaves it as it was.
 */
export class Edges {
  readonly #parts: EdgeParts;
  readonly #events: EdgeEvents;
  readonly #handles: EdgeHandles;
  readonly #signal: AbortSignal;
  #chosen: Coding | null = null;
  #adjusting: Adjusting | null = null;
  /** What stands in the index in place of the saved coding. */
  #preview: { readonly saved: Coding; readonly shown: Coding } | null = null;

  constructor(parts: EdgeParts, layer: HTMLElement, events: EdgeEvents, signal: AbortSignal) {
    this.#parts = parts;
    this.#events = events;
    this.#signal = signal;
    this.#handles = new EdgeHandles(layer, parts.caret.geometry, (edge, event) => this.#grab(edge, event));
    parts.page.host.addEventListener('blur', () => this.#adjusting?.isByKey && this.leave(), { signal });
    parts.page.host.addEventListener('mousedown', () => this.leave(), { signal, capture: true });
    signal.addEventListener('abort', () => this.#handles.destroy());
  }

  /** While a coding is being changed nobody is told of the selection that goes along. */
  get isAdjustingCoding(): boolean {
    return this.#adjusting?.coding != null;
  }

  /** The coding whose ends are offered, also where nothing is selected. */
  choose(coding: Coding | null): void {
    if (this.#adjusting || this.#parts.isReadOnly) return;
    this.#chosen = coding;
    this.draw();
  }

  /** The selection has become another. */
  caretMoved(): void {
    if (!this.#adjusting && this.#chosen && !isSameSpan(this.#parts.caret.selection, this.#chosen)) this.#chosen = null;
    this.draw();
  }

  draw(): void {
    this.#handles.show(this.#span());
  }

  /** Begins to move the ends by key. Answers false where there is neither a selection nor a coding. */
  enter(): boolean {
    this.leave();
    const { caret, index } = this.#parts;
    const { focus } = caret.state;
    if (!caret.selection && !this.#parts.isReadOnly) this.#chosen ??= index.at(focus)[0] ?? null;
    const span = this.#span();
    if (!span) return false;
    this.#begin(span, focus === span.startUtf16 && caret.selection ? 'start' : 'end', true);
    this.#show(span);
    this.#tell('begun');
    return true;
  }

  /** The other end is the one that the keys move now. */
  switch(): void {
    const adjusting = this.#adjusting;
    if (!adjusting) return;
    adjusting.edge = adjusting.edge === 'start' ? 'end' : 'start';
    this.#show(adjusting.now);
    this.#tell('begun');
  }

  get isByKey(): boolean {
    return this.#adjusting?.isByKey ?? false;
  }

  step(unit: EdgeUnit | 'line', direction: 1 | -1): void {
    const adjusting = this.#adjusting;
    if (!adjusting) return;
    const { now, edge } = adjusting;
    const { units } = this.#parts;
    if (unit === 'line') this.#show(placeEdge(units, now, edge, this.#offsetByLine(now, edge, direction), null));
    else this.#show(stepEdge(units, now, edge, { unit, direction }));
    this.#tell('moved');
  }

  /** Keeps the ends where they are now. */
  keep(): void {
    const adjusting = this.#adjusting;
    if (!adjusting) return;
    this.#tell('kept');
    this.#end();
    const { coding, now, span } = adjusting;
    if (!coding || isSameSpan(now, span)) {
      this.#forgetPreview();
      return;
    }
    this.#chosen = { ...coding, ...now };
    void this.#events.onResize(coding, now).finally(() => this.#forgetPreview());
  }

  /** Back to where the ends were. */
  leave(): void {
    const adjusting = this.#adjusting;
    if (!adjusting) return;
    this.#tell('left');
    this.#forgetPreview();
    // Before the end, so that nobody is told of a selection that is the same again: the coding stays the chosen one.
    this.#parts.caret.select(adjusting.before.anchor, adjusting.before.focus, { scroll: false });
    this.#end();
    this.#chosen = adjusting.coding;
    this.draw();
  }

  /** Follows a saved change; to be called before the index does. */
  take(codings: Change['codings']): void {
    this.#forgetPreview();
    const isGone = (coding: Coding | null | undefined): boolean =>
      coding?.id !== undefined && (codings?.removed?.some(({ id }) => id === coding.id) ?? false);
    if (isGone(this.#adjusting?.coding)) this.#end();
    if (isGone(this.#chosen)) this.#chosen = null;
    this.#chosen = codings?.updated?.find(([, to]) => to.id === this.#chosen?.id)?.[1] ?? this.#chosen;
    this.draw();
  }

  /** The index holds again what is saved. */
  #forgetPreview(): void {
    const preview = this.#preview;
    this.#preview = null;
    if (preview) this.#events.onPreview(preview.shown, preview.saved);
  }

  #span(): Span | null {
    return this.#adjusting?.now ?? this.#parts.caret.selection ?? this.#chosen;
  }

  #begin(span: Span, edge: Edge, isByKey: boolean): void {
    const { startUtf16, endUtf16 } = span;
    const coding = this.#chosen && isSameSpan(this.#chosen, span) ? this.#chosen : null;
    const own = { startUtf16, endUtf16 };
    this.#adjusting = { before: this.#parts.caret.state, span: own, now: own, coding, edge, isByKey };
    this.#handles.mark(edge);
  }

  #end(): void {
    this.#adjusting = null;
    this.#handles.mark(null);
  }

  #show(now: Span): void {
    const adjusting = this.#adjusting;
    if (!adjusting) return;
    const { startUtf16, endUtf16 } = now;
    adjusting.now = { startUtf16, endUtf16 };
    if (adjusting.coding && !isSameSpan(this.#preview?.shown ?? adjusting.coding, now)) {
      const shown = { ...adjusting.coding, startUtf16, endUtf16 };
      this.#events.onPreview(this.#preview?.shown ?? adjusting.coding, shown);
      this.#preview = { saved: adjusting.coding, shown };
    }
    const [anchor, focus] = adjusting.edge === 'start' ? [endUtf16, startUtf16] : [startUtf16, endUtf16];
    this.#parts.caret.select(anchor, focus, { scroll: adjusting.isByKey });
    this.#handles.mark(adjusting.edge);
    this.draw();
  }

  #offsetByLine({ startUtf16, endUtf16 }: Span, edge: Edge, direction: 1 | -1): number {
    const { caret, page } = this.#parts;
    const from = edge === 'start' ? startUtf16 : endUtf16;
    page.fillAround(from);
    const box = caret.geometry.boxAt(from, edge === 'start' ? 'downstream' : 'upstream');
    return (box && caret.geometry.offsetBeyond(from, box, direction, box.left)?.offset) ?? from;
  }

  #grab(edge: Edge, press: MouseEvent): void {
    const span = this.#span();
    if (press.button !== 0 || !span) return;
    press.preventDefault();
    const { page, caret, units, place, pointer } = this.#parts;
    page.host.focus({ preventScroll: true });
    this.leave();
    const box = caret.geometry.boxAt(
      edge === 'start' ? span.startUtf16 : span.endUtf16,
      edge === 'start' ? 'downstream' : 'upstream',
    );
    if (!box) return;
    // What is held stands above or below its line: the hand moves the place on the line.
    const offset = { x: box.left - press.clientX, y: (box.top + box.bottom) / 2 - press.clientY };
    this.#begin(span, edge, false);
    followDrag(
      page.scroller,
      press,
      {
        onMove: (point) => {
          page.follow();
          const now = this.#adjusting?.now;
          const at = place.nearest(point.x + offset.x, point.y + offset.y);
          if (now) this.#show(placeEdge(units, now, edge, at, pointer.snapUnit(point)));
        },
        onEnd: () => this.keep(),
        onCancel: () => this.leave(),
      },
      this.#signal,
    );
  }

  #tell(kind: EdgeNews['kind']): void {
    const adjusting = this.#adjusting;
    if (!adjusting?.isByKey) return;
    const { edge, coding, now } = adjusting;
    const text = this.#parts.page.doc.text.slice(now.startUtf16, now.endUtf16);
    const words =
      edge === 'start' ? text.slice(0, TOLD).replace(/\s\S*$/u, '') : text.slice(-TOLD).replace(/^\S*\s/u, '');
    this.#events.onNews({ kind, edge, coding, words: words || text.slice(0, TOLD) });
  }
}
