import { isAsking } from '#features/commands/index.ts';
import { ANSWERED } from '#ui/use-once.ts';

/** What closes gives the focus back a frame or two later. */
const FRAMES = 3;
/** These mean nothing by themselves, or are the browser's own way to the next control. */
const LEFT_ALONE = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Tab']);

/**
 * Between the moment in which a dialog or menu closes and the one in which something else has the focus, a key would go
 * nowhere: a fast hand loses the first keys after Escape. They wait here, and are handed on in their order to what has the
 * focus then; to `focusCentre`'s element where nothing takes it.
 * @returns how to stop it
 */
export function keepKeysInOrder(focusCentre: () => void): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  const waiting: KeyboardEvent[] = [];
  /** A key that is held down goes on meaning what it was pressed in, and nothing to what has opened or been uncovered since. */
  const pressedIn = new Map<string, Element | null>();
  /** Taken away by what went, not by a press of the mouse on something that takes none. */
  let isOnItsWay = false;
  let isPressed = false;

  const handOn = async (): Promise<void> => {
    for (let event = waiting[0]; event; event = waiting[0]) {
      giveTo(document.activeElement ?? document.body, event);
      // What it opens or moves comes to be before the next one.
      await new Promise((resolve) => setTimeout(resolve));
      waiting.shift();
    }
  };
  const whenFocused = (framesLeft: number): void => {
    if (isLeaving()) requestAnimationFrame(() => whenFocused(framesLeft));
    else if (document.activeElement !== document.body) void handOn();
    else if (framesLeft > 0) requestAnimationFrame(() => whenFocused(framesLeft - 1));
    else {
      focusCentre();
      // The codebook takes it with the next frame.
      requestAnimationFrame(() => void handOn());
    }
  };
  const hold = (event: KeyboardEvent): void => {
    if (!event.repeat) pressedIn.set(event.code, placeOfFocus());
    else if (event.isTrusted && pressedIn.get(event.code) !== placeOfFocus()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const isNowhere = isLeaving() || (isOnItsWay && document.activeElement === document.body);
    const isHeld = waiting.length > 0 || (isNowhere && !isAsking());
    if (!event.isTrusted || !isHeld || LEFT_ALONE.has(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push(event);
    if (waiting.length === 1) whenFocused(FRAMES);
  };

  document.addEventListener('focusout', ({ relatedTarget }) => (isOnItsWay = !relatedTarget && !isPressed), options);
  document.addEventListener('focusin', () => (isOnItsWay = false), options);
  document.addEventListener('pointerdown', () => (isPressed = true), options);
  window.addEventListener('pointerup', () => (isPressed = false), options);
  window.addEventListener('pointercancel', () => (isPressed = false), options);
  window.addEventListener('keydown', hold, options);
  return () => listening.abort();
}

/** The dialog, palette or menu that has the focus; null for the window itself. */
function placeOfFocus(): Element | null {
  return document.activeElement?.closest('[role=dialog], [role=alertdialog], [role=menu], .palette') ?? null;
}

/** What has the focus is about to go, or has its answer and goes when that is written. */
function isLeaving(): boolean {
  return document.activeElement?.closest(`[data-exiting], [${ANSWERED}]`) != null;
}

/** As the browser would have: what hears keys hears it, and a field gets the letter. */
function giveTo(element: Element, event: KeyboardEvent): void {
  const again = new KeyboardEvent('keydown', event);
  const isTaken = !element.dispatchEvent(again);
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  // Deprecated, and the only way that a field takes for typing, undo included.
  if (!isTaken && isLetter && isField) document.execCommand('insertText', false, event.key);
}
