/** Pixels a second while the pointer is just outside the window of the text, and at most. */
const SLOWEST = 160;
const FASTEST = 12_000;
/** A press within so many pixels of the edge scrolls as well, for windows that fill the screen. */
const EDGE = 6;

/** In CSS pixels: closer than this the pointer has not moved. */
const STILL = 2;
/** A frame that took longer counts as this long: a busy machine scrolls in larger steps, but not out of sight. */
const LONGEST_FRAME_S = 0.25;

export interface DragPoint {
  readonly x: number;
  readonly y: number;
  readonly isAltPressed: boolean;
}

export interface DragSteps {
  /** At most once a frame, also while the text scrolls beneath a resting pointer. */
  readonly onMove: (at: DragPoint) => void;
  readonly onEnd: () => void;
  /** Escape was pressed, or what was dragged is gone. */
  readonly onCancel: () => void;
}

/**
 * Follows the mouse from a press to its release, wherever it goes, and scrolls when it leaves the window of the text above or
 * below.
 *
 * @param signal aborted when the text is closed
 */
export function followDrag(scroller: HTMLElement, press: MouseEvent, steps: DragSteps, signal: AbortSignal): void {
  const ended = new AbortController();
  const options = { signal: AbortSignal.any([ended.signal, signal]), capture: true };
  let at = pointOf(press);
  /** Where the pointer was said to be without a button. */
  let loose: DragPoint | null = null;
  let isDue = false;
  let frame = 0;
  let frameAt = 0;

  const stop = (): void => {
    ended.abort();
    cancelAnimationFrame(frame);
  };
  const tick = (now: number): void => {
    const seconds = frameAt === 0 ? 0 : Math.min(LONGEST_FRAME_S, (now - frameAt) / 1000);
    const speed = speedAt(at.y, scroller.getBoundingClientRect());
    frameAt = now;
    frame = 0;
    if (speed !== 0) scroller.scrollTop += speed * seconds;
    if (isDue || speed !== 0) steps.onMove(at);
    isDue = false;
    if (speed === 0) frameAt = 0;
    else schedule();
  };
  const schedule = (): void => {
    frame ||= requestAnimationFrame(tick);
  };
  const end = (): void => {
    stop();
    if (isDue) steps.onMove(at);
    steps.onEnd();
  };
  const moved = (event: MouseEvent): void => {
    const point = pointOf(event);
    if (event.buttons === 0) {
      // When the page changes beneath a resting pointer, the browser tells of the pointer anew, forgets its buttons, and may be
      // behind in where it is. Only a hand that moves on without a button has let go outside of the window.
      const isMovingOn = loose !== null && Math.hypot(point.x - loose.x, point.y - loose.y) > STILL;
      loose ??= point;
      if (isMovingOn) end();
      return;
    }
    loose = null;
    at = point;
    isDue = true;
    schedule();
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.type === 'keydown' && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      stop();
      steps.onCancel();
    } else if (event.key === 'Alt') {
      // Otherwise the system's menu gets the focus when Alt is released.
      event.preventDefault();
      at = { ...at, isAltPressed: event.type === 'keydown' };
      isDue = true;
      schedule();
    }
  };

  window.addEventListener('mousemove', moved, options);
  window.addEventListener(
    'mouseup',
    (event) => {
      // Else Chromium drops the selection when the press before went down on one, also if that has long been let go.
      event.preventDefault();
      const released = pointOf(event);
      isDue ||= released.x !== at.x || released.y !== at.y;
      at = released;
      end();
    },
    options,
  );
  window.addEventListener('keydown', keyed, options);
  window.addEventListener('keyup', keyed, options);
  signal.addEventListener('abort', stop, { signal: ended.signal });
}

function pointOf({ clientX, clientY, altKey }: MouseEvent): DragPoint {
  return { x: clientX, y: clientY, isAltPressed: altKey };
}

function speedAt(y: number, view: DOMRect): number {
  const above = view.top + EDGE - y;
  const below = y - (view.bottom - EDGE);
  const beyond = Math.max(above, below);
  return beyond <= 0 ? 0 : Math.sign(below - above) * Math.min(FASTEST, SLOWEST + beyond * 14 + beyond ** 2 / 2);
}
