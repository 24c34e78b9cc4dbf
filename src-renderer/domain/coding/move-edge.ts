import type { TextUnits } from '#domain/corpus/text-units.ts';
import type { Span } from './span.ts';

export type Edge = 'start' | 'end';
export type EdgeUnit = 'character' | 'word' | 'sentence';

/** One end of a span by a step outwards or inwards; forward is 1. It never comes past the other: one grapheme is left. */
export function stepEdge(
  units: TextUnits,
  span: Span,
  edge: Edge,
  { unit, direction }: { unit: EdgeUnit; direction: 1 | -1 },
): Span {
  const at = edge === 'start' ? span.startUtf16 : span.endUtf16;
  return withEdge(units, span, edge, stepped(units, at, edge, { unit, direction }));
}

/** One end of a span put at an offset, or, with `unit`, where the word under the offset begins or ends. */
export function placeEdge(units: TextUnits, span: Span, edge: Edge, offset: number, unit: 'word' | null): Span {
  if (unit === null) return withEdge(units, span, edge, offset);
  const word = units.wordAt(offset);
  return withEdge(units, span, edge, edge === 'start' ? word.startUtf16 : word.endUtf16);
}

function stepped(
  units: TextUnits,
  at: number,
  edge: Edge,
  { unit, direction }: { unit: EdgeUnit; direction: 1 | -1 },
): number {
  if (unit === 'character') return direction === 1 ? units.nextGrapheme(at) : units.previousGrapheme(at);
  if (edge === 'start') return direction === 1 ? units.nextUnitStart(unit, at) : units.previousUnitStart(unit, at);
  return direction === 1 ? nextEnd(units, unit, at) : previousEnd(units, unit, at);
}

function nextEnd(units: TextUnits, unit: 'word' | 'sentence', at: number): number {
  const here = endOf(units, unit, Math.max(0, at - 1));
  return here > at ? here : Math.max(at, endOf(units, unit, units.nextUnitStart(unit, Math.max(0, at - 1))));
}

function previousEnd(units: TextUnits, unit: 'word' | 'sentence', at: number): number {
  const start = units.previousUnitStart(unit, at);
  const here = endOf(units, unit, start);
  if (here < at) return here;
  const before = endOf(units, unit, units.previousUnitStart(unit, start));
  return before < at ? before : 0;
}

function endOf(units: TextUnits, unit: 'word' | 'sentence', offset: number): number {
  return units.unitAt(unit, offset)?.endUtf16 ?? offset;
}

function withEdge(units: TextUnits, { startUtf16, endUtf16 }: Span, edge: Edge, to: number): Span {
  const offset = units.snap(to);
  return edge === 'start'
    ? { startUtf16: Math.min(offset, units.previousGrapheme(endUtf16)), endUtf16 }
    : { startUtf16, endUtf16: Math.max(offset, units.nextGrapheme(startUtf16)) };
}
