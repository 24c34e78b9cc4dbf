const BLINK_MS = 550;
/** After about ten seconds the caret stays on, as in other editors: nobody is looking for it any more. */
const BLINKS = 20;

/** The caret one sees: a line drawn over the text. */
export class DrawnCaret {
  readonly #element: HTMLElement;
  readonly #host: HTMLElement;
  #blinking: ReturnType<typeof setInterval> | undefined;

  /** @param host what must have the focus for the caret to blink */
  constructor(element: HTMLElement, host: HTMLElement) {
    this.#element = element;
    this.#host = host;
  }

  destroy(): void {
    clearInterval(this.#blinking);
  }

  /** @param box in client coordinates; null hides it */
  show(box: DOMRect | null): void {
    this.#element.hidden = box === null;
    if (!box) return;
    const origin = this.#element.offsetParent?.getBoundingClientRect();
    this.#element.style.transform = `translate(${box.left - (origin?.left ?? 0) - 1}px, ${box.top - (origin?.top ?? 0)}px)`;
    this.#element.style.height = `${box.height}px`;
    this.#blink();
  }

  /**
   * Blinks by a slow timer: a CSS animation, though it changes twice a second, keeps the compositor awake for every frame.
   * Begins anew with each move, so that the caret is always seen where it has just arrived.
   */
  #blink(): void {
    clearInterval(this.#blinking);
    this.#element.classList.remove('off');
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let blinks = 0;
    this.#blinking = setInterval(() => {
      const isResting = document.activeElement !== this.#host || ++blinks > BLINKS;
      this.#element.classList.toggle('off', !isResting && blinks % 2 === 1);
      if (isResting) clearInterval(this.#blinking);
    }, BLINK_MS);
  }
}
