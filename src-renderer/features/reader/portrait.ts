import type { CodingIndex } from '#domain/coding/coding-index.ts';
import { planPortrait, PortraitScale } from '#domain/coding/portrait-plan.ts';
import { inkColor } from '#domain/coding/tint-color.ts';
import type { Appearance } from './highlight-painter.ts';
import type { Page } from './page.ts';

export interface PortraitParts {
  /** Holds the canvas and the window's box, and is what is pressed. */
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly window: HTMLElement;
}

export interface PortraitContents {
  readonly index: CodingIndex;
  readonly appearance: Appearance;
  /** UTF-16 offsets of what a search has found, and of memos. */
  readonly ticks: Iterable<number>;
}

/** Between strokes, in CSS pixels: as in the look for a short text, and at the least. */
const WIDEST_PITCH = 5.4;
const SMALLEST_PITCH = 3;
const STROKE = 2;
const INSET = 8;
/** On the outer edge stands how deep the codings lie: a pixel and a half for each, up to so many. */
const DEPTH_WIDTH = 1.5;
const DEEPEST = 4;
const SMALLEST_WINDOW = 12;
/** Of a text with very many search hits the portrait shows where they are, not each. */
const MOST_TICKS = 2_000;

/**
 * The whole text at a glance, and its scrollbar: a stroke for each line or, in a long text, for each band of lines; the ink
 * where it is coded; on the outer edge how many codings lie on one another. The canvas is drawn when something has
 * changed, not while one scrolls: then only the box of the window moves.
 */
export class Portrait {
  readonly #page: Page;
  readonly #parts: PortraitParts;
  readonly #contents: () => PortraitContents;
  readonly #goTo: (paragraph: number, share: number) => void;
  #scale: PortraitScale;
  #frame = 0;
  #grabbedAt: number | null = null;

  constructor(
    page: Page,
    parts: PortraitParts,
    options: {
      contents: () => PortraitContents;
      /** Brings a paragraph to the top of the window, with such a share of it above. */
      goTo: (paragraph: number, share: number) => void;
      signal: AbortSignal;
    },
  ) {
    this.#page = page;
    this.#parts = parts;
    this.#contents = options.contents;
    this.#goTo = options.goTo;
    this.#scale = new PortraitScale(page.doc, page.charactersPerLine);
    const { signal } = options;
    const { frame } = parts;
    frame.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    frame.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    for (const type of ['pointerup', 'pointercancel']) {
      frame.addEventListener(type, () => (this.#grabbedAt = null), { signal });
    }
    const observer = new ResizeObserver(() => this.refresh());
    observer.observe(frame);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
  }

  /** Another font or measure: lines hold more or less than before. */
  remeasure(): void {
    this.#scale = new PortraitScale(this.#page.doc, this.#page.charactersPerLine);
    this.refresh();
  }

  /** Something that it shows has changed. The text is painted first. */
  refresh(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw();
        this.follow();
      });
    });
  }

  /** Moves the box of the window to what is on screen. */
  follow(): void {
    const { frame, window: box } = this.#parts;
    const height = frame.clientHeight;
    if (height === 0) return;
    const [top, bottom] = this.#linesOnScreen();
    const pixels = this.#pixelsPerLine(height);
    const boxHeight = Math.max(SMALLEST_WINDOW, (bottom - top) * pixels);
    box.style.height = `${boxHeight}px`;
    box.style.transform = `translateY(${Math.max(0, Math.min(top * pixels, height - boxHeight))}px)`;
    const room = Math.max(1, this.#scale.total - (bottom - top));
    frame.setAttribute('aria-valuenow', String(Math.round(Math.max(0, Math.min(1, top / room)) * 100)));
  }

  #pixelsPerLine(height: number): number {
    return Math.min(WIDEST_PITCH, height / this.#scale.total);
  }

  #linesOnScreen(): [top: number, bottom: number] {
    const view = this.#page.scroller.getBoundingClientRect();
    const { first, last } = this.#page.visibleParagraphs();
    return [this.#lineAt(first, view.top), this.#lineAt(last, view.bottom)];
  }

  /** The line at a height of the window, reckoned from a paragraph that is near it. */
  #lineAt(paragraph: number, y: number): number {
    const box = this.#page.paragraphElement(paragraph)?.getBoundingClientRect();
    const top = this.#scale.topOf(paragraph);
    if (!box || box.height === 0) return top;
    const lines = this.#scale.linesOf(paragraph);
    return Math.max(0, Math.min(this.#scale.total, top + ((y - box.top) / box.height) * lines));
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { frame, window: box } = this.#parts;
    const place = box.getBoundingClientRect();
    const isOnBox = event.clientY >= place.top && event.clientY <= place.bottom;
    this.#grabbedAt = isOnBox ? event.clientY - place.top : place.height / 2;
    frame.setPointerCapture(event.pointerId);
    if (!isOnBox) this.#drag(event);
    event.preventDefault();
  }

  #drag(event: PointerEvent): void {
    if (this.#grabbedAt === null) return;
    const { top, height } = this.#parts.frame.getBoundingClientRect();
    const line = Math.max(0, (event.clientY - this.#grabbedAt - top) / this.#pixelsPerLine(height));
    const paragraph = this.#scale.paragraphAtLine(line);
    const within = line - this.#scale.topOf(paragraph);
    this.#goTo(paragraph, within < 0 ? 0 : Math.min(1, within / this.#scale.linesOf(paragraph)));
  }

  #draw(): void {
    const { frame, canvas } = this.#parts;
    const { clientWidth: width, clientHeight: height } = frame;
    const context = canvas.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    context.scale(devicePixelRatio, devicePixelRatio);
    const { index, appearance, ticks } = this.#contents();
    const plan = planPortrait(this.#scale, index.all, Math.floor(height / SMALLEST_PITCH));
    const pixels = this.#pixelsPerLine(height);
    const style = getComputedStyle(frame);
    const ink = style.color;
    const room = width - INSET - DEPTH_WIDTH * DEEPEST - 5;
    for (const { top, from, to, codeId } of plan.marks) {
      context.globalAlpha = codeId === null ? 0.32 : 1;
      context.fillStyle =
        codeId === null || appearance.isForcedColors ? ink : inkColor(appearance.colorOf(codeId), appearance.theme);
      context.fillRect(INSET + from * room, top * pixels, Math.max(1, (to - from) * room), STROKE);
    }
    context.fillStyle = ink;
    context.globalAlpha = 0.55;
    const band = plan.linesPerBand * pixels;
    for (const [at, depth] of plan.depths.entries()) {
      const length = Math.min(DEEPEST, depth) * DEPTH_WIDTH;
      if (depth > 1.05) context.fillRect(width - 2 - length, at * band, length, Math.max(STROKE, band));
    }
    context.globalAlpha = 1;
    let count = 0;
    for (const offset of ticks) {
      if (count++ >= MOST_TICKS) break;
      context.fillRect(2, this.#scale.lineOf(offset) * pixels - 0.5, 4, 3);
    }
  }
}
