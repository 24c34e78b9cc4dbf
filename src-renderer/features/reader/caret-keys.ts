import type { ReaderView } from './reader-view.ts';

/**
 * The keys that move the caret as in any text field; what goes beyond is in the table of commands. Answers whether the
 * key was one of them.
 *
 * @param isMac Option moves by word and Command by line and document there
 */
export function moveCaretByKey(view: ReaderView, event: KeyboardEvent, isMac: boolean): boolean {
  const { caret, units, doc } = view;
  const isWord = isMac ? event.altKey : event.ctrlKey;
  const isLineOrText = isMac && event.metaKey;
  const extend = event.shiftKey;
  const length = doc.text.length;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (!isMac && event.altKey) return false;
      // An arrow goes where it points; in a paragraph that runs from right to left that is backwards in the text.
      const isForward = (event.key === 'ArrowRight') !== isRightToLeft(view);
      if (isLineOrText) caret.moveToLineEdge(isForward ? 1 : -1, extend);
      else if (isWord)
        caret.move(
          isForward ? units.nextWordEnd(caret.state.focus) : units.previousWordStart(caret.state.focus),
          extend,
        );
      else if (isForward) caret.step((offset) => units.nextGrapheme(offset), 1, extend);
      else caret.step((offset) => units.previousGrapheme(offset), -1, extend);
      return true;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      if (!isMac && event.altKey) return false;
      const direction = event.key === 'ArrowDown' ? 1 : -1;
      if (isLineOrText) caret.move(direction === 1 ? length : 0, extend);
      else if (isWord) caret.move(paragraphStep(view, direction), extend);
      else caret.moveByLine(direction, extend);
      return true;
    }
    case 'Home':
    case 'End': {
      const direction = event.key === 'End' ? 1 : -1;
      if (event.ctrlKey) caret.move(direction === 1 ? length : 0, extend);
      else caret.moveToLineEdge(direction, extend);
      return true;
    }
    case 'PageUp':
    case 'PageDown':
      if (event.ctrlKey || event.altKey) return false;
      caret.moveByPage(event.key === 'PageDown' ? 1 : -1, extend);
      return true;
    case 'a':
      if (!(isMac ? event.metaKey : event.ctrlKey)) return false;
      caret.select(0, length, { scroll: false });
      return true;
    default:
      return false;
  }
}

/** Start of this paragraph or the one before; start of the next. Blank lines are passed over. */
function paragraphStep(view: ReaderView, direction: 1 | -1): number {
  const { doc, caret } = view;
  const { focus } = caret.state;
  let paragraph = doc.paragraphAt(focus);
  if (direction === -1 && focus > doc.startOf(paragraph)) return doc.startOf(paragraph);
  do paragraph += direction;
  while (paragraph > 0 && paragraph < doc.paragraphCount && !doc.numbers[paragraph]);
  if (paragraph < 0) return 0;
  return paragraph >= doc.paragraphCount ? doc.text.length : doc.startOf(paragraph);
}

/** Whether the paragraph at the caret runs from right to left. */
export function isRightToLeft(view: ReaderView): boolean {
  const element = view.page.paragraphElement(view.doc.paragraphAt(view.caret.state.focus));
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
