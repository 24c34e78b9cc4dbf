import type { TextUnit } from '#domain/corpus/text-units.ts';
import type { ReaderView } from '../reader-view.ts';
import { SelectionLadder } from '../selection-ladder.ts';

/**
 * Selects the unit at the caret, or the units a selection touches; once these are selected, takes the next one along.
 * Answers false where there is no such unit.
 */
export function selectUnit(view: ReaderView, unit: TextUnit): boolean {
  const { caret, units } = view;
  const { focus } = caret.state;
  const now = caret.selection ?? { startUtf16: focus, endUtf16: focus };
  const first = units.unitAt(unit, now.startUtf16);
  const last = units.unitAt(unit, Math.max(now.startUtf16, now.endUtf16 - 1));
  if (!first || !last || last.endUtf16 === first.startUtf16) return false;
  const isTaken = first.startUtf16 === now.startUtf16 && last.endUtf16 === now.endUtf16;
  const next = isTaken ? units.unitAt(unit, units.nextUnitStart(unit, last.endUtf16 - 1)) : null;
  caret.select(first.startUtf16, Math.max(last.endUtf16, next?.endUtf16 ?? 0), { scroll: isTaken });
  return true;
}

/** To the beginning of the next or previous sentence or clause, past blank lines; from a selection, out of it. */
export function stepByUnit(
  view: ReaderView,
  unit: 'sentence' | 'clause',
  direction: 1 | -1,
  { isExtending }: { isExtending: boolean },
): void {
  const { caret, units } = view;
  const { selection } = caret;
  const { focus } = caret.state;
  // Where sentences follow without a space, the end of one is the beginning of the next.
  const from = isExtending || !selection ? focus : direction === 1 ? selection.endUtf16 - 1 : selection.startUtf16;
  caret.move(direction === 1 ? units.nextUnitStart(unit, from) : units.previousUnitStart(unit, from), isExtending);
}

const ladders = new WeakMap<ReaderView, SelectionLadder>();

/** The next larger unit (1), or back to the one before (-1). */
export function growSelection(view: ReaderView, direction: 1 | -1): void {
  const ladder = ladders.get(view) ?? new SelectionLadder(view.units);
  ladders.set(view, ladder);
  const { caret } = view;
  if (direction === -1) {
    const before = ladder.shrink(caret.state);
    if (before) caret.select(before.anchor, before.focus);
    return;
  }
  const grown = ladder.grow(caret.state);
  if (grown) caret.select(grown.startUtf16, grown.endUtf16, { scroll: false });
}
