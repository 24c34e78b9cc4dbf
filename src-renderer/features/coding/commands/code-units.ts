import type { Span } from '#domain/coding/span.ts';
import type { TextUnit } from '#domain/corpus/text-units.ts';
import type { ReaderView } from '#features/reader/index.ts';

/** The unit that the caret stands in; on a blank line the next one. Null where there is none. */
export function unitHere(view: ReaderView, unit: TextUnit): Span | null {
  const { units, caret } = view;
  const from = caret.selection?.startUtf16 ?? caret.state.focus;
  const here = units.unitAt(unit, from);
  if (here && here.endUtf16 > here.startUtf16) return here;
  const next = units.unitAt(unit, units.nextUnitStart(unit, from));
  return next && next.endUtf16 > next.startUtf16 ? next : null;
}

/** Puts the caret at the start of the unit after a span; false where the text ends. */
export function stepPast(view: ReaderView, unit: TextUnit, { endUtf16 }: Span): boolean {
  const next = view.units.nextUnitStart(unit, Math.max(0, endUtf16 - 1));
  const isThere = next < view.doc.text.length;
  const to = isThere ? next : endUtf16;
  view.caret.select(to, to);
  return isThere;
}
