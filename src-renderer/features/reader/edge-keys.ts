import { isRightToLeft } from './caret-keys.ts';
import type { ReaderView } from './reader-view.ts';

/** Passed on while the ends are being moved, since they do nothing by themselves. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/**
 * Keys while the ends of a passage are being moved: arrows by character, line, word and sentence, Tab the other end, Enter
 * keeps, Escape leaves. Any other key that is more than a letter leaves as well, and then does what it always does.
 * Answers whether the key was taken.
 */
export function moveEdgeByKey(view: ReaderView, event: KeyboardEvent, isMac: boolean): boolean {
  const { edges } = view;
  if (!edges.isByKey || MODIFIERS.has(event.key)) return false;
  const isWord = isMac ? event.altKey : event.ctrlKey;
  const isSentence = isMac ? event.metaKey && event.altKey : event.altKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      edges.step(isWord ? 'word' : 'character', (event.key === 'ArrowRight') === isRightToLeft(view) ? -1 : 1);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      edges.step(isSentence ? 'sentence' : 'line', event.key === 'ArrowDown' ? 1 : -1);
      return true;
    case 'Tab':
      edges.switch();
      return true;
    case 'Enter':
      edges.keep();
      return true;
    case 'Escape':
      edges.leave();
      return true;
    default:
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) return true;
      edges.leave();
      return false;
  }
}
