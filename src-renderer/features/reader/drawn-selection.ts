import type { Span } from '#domain/coding/span.ts';
import type { TextUnit, TextUnits } from '#domain/corpus/text-units.ts';
import type { CaretState } from './caret.ts';

/**
 * What a hand has selected that went down on `anchor` and is at an offset now: whole units at both ends; characters where
 * `unit` is null. The focus is on the side of the hand.
 */
export function drawnSelection(units: TextUnits, unit: TextUnit | null, anchor: Span, at: number): CaretState {
  const from = around(units, unit, anchor);
  const to = around(units, unit, { startUtf16: at, endUtf16: at });
  if (at < anchor.startUtf16) return { anchor: from.endUtf16, focus: Math.min(to.startUtf16, from.startUtf16) };
  return { anchor: from.startUtf16, focus: Math.max(to.endUtf16, from.endUtf16) };
}

function around(units: TextUnits, unit: TextUnit | null, span: Span): Span {
  if (unit === null) return span;
  const first = units.unitAt(unit, span.startUtf16) ?? span;
  const last = units.unitAt(unit, span.endUtf16) ?? span;
  return {
    startUtf16: Math.min(first.startUtf16, span.startUtf16),
    endUtf16: Math.max(last.endUtf16, span.endUtf16),
  };
}
