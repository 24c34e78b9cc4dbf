import type { CodingSession } from '#features/coding/index.ts';
import { moveCaretByKey, type ReaderView } from '#features/reader/index.ts';
import { isModPressed } from '#ui/shortcut-text.ts';

export interface ReaderKeyActions {
  readonly openPalette: (query: string) => void;
  readonly giveByDigit: (digit: string) => void;
  readonly removeHere: () => void;
}

/**
 * Keys in the text: first those that move the caret, then those that code. Letters alone do something only while a
 * passage is selected, since screen readers and input methods want them otherwise.
 */
export function handleReaderKey(
  event: KeyboardEvent,
  view: ReaderView,
  session: CodingSession,
  { actions, isMac }: { actions: ReaderKeyActions; isMac: boolean },
): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (moveCaretByKey(view, event, isMac) || handleCodingKey(event, view, session, actions)) event.preventDefault();
}

function handleCodingKey(
  event: KeyboardEvent,
  view: ReaderView,
  session: CodingSession,
  actions: ReaderKeyActions,
): boolean {
  const isMod = isModPressed(event);
  const { selection } = session.snapshot();
  if (event.key === 'F9') {
    session.step(event.shiftKey ? -1 : 1, event.ctrlKey || event.metaKey);
    return true;
  }
  if (event.key === 'Enter') {
    if (selection) actions.openPalette('');
    else selectSentence(view);
    return true;
  }
  if (event.key === 'Escape') {
    const { focus } = view.caret.state;
    view.caret.select(focus, focus);
    return true;
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && !isMod) {
    actions.removeHere();
    return true;
  }
  const isPlainLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlainLetter || event.key === ' ') return false;
  // Without a passage a letter does nothing here, and must not scroll or search either.
  if (!selection) return false;
  if (/^[1-9]$/.test(event.key)) actions.giveByDigit(event.key);
  else actions.openPalette(event.key);
  return true;
}

/** Enter without a selection: the sentence at the caret, which a second Enter then codes. */
function selectSentence(view: ReaderView): void {
  const sentence = view.units.sentenceAt(view.caret.state.focus);
  if (sentence.endUtf16 > sentence.startUtf16) view.caret.select(sentence.startUtf16, sentence.endUtf16);
}
