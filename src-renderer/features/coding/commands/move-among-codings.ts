import { uncodedParagraph } from '#domain/coding/uncoded.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import type { CodingSession } from '../coding-session.ts';

/** Selects the next (1) or previous (-1) coding of a code from the caret, of those the filter shows; null at the end. */
export function stepToCodingOf(session: CodingSession, codeId: CodeId, direction: 1 | -1): Coding | null {
  const { view } = session;
  if (!view) return null;
  const { anchor, focus } = view.caret.state;
  const from = Math.min(anchor, focus);
  const isWanted = (coding: Coding): boolean =>
    coding.codeId === codeId && (direction === 1 ? coding.startUtf16 > from : coding.startUtf16 < from);
  const coding = direction === 1 ? view.shown.all.find(isWanted) : view.shown.all.findLast(isWanted);
  if (!coding) return null;
  session.choose(coding);
  return coding;
}

/** Puts the caret at the start of the next (1) or previous (-1) paragraph without a coding that is shown; false where there is none. */
export function stepToUncoded({ view }: CodingSession, direction: 1 | -1): boolean {
  if (!view) return false;
  const span = uncodedParagraph(view.doc, view.shown, view.caret.state.focus, direction);
  if (span) view.show(span, { select: false });
  return span !== null;
}
