import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeEdge, stepEdge, type Edge, type EdgeUnit } from '#domain/coding/move-edge.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';

const text = 'One two, three. Four five 👩‍👩‍👧 six.\nSeven.';

function unitsOf(whole: string): TextUnits {
  return new TextUnits(new DocText(whole));
}

function stepped(quote: string, edge: Edge, unit: EdgeUnit, direction: 1 | -1): string {
  const startUtf16 = text.indexOf(quote);
  const span = { startUtf16, endUtf16: startUtf16 + quote.length };
  const moved = stepEdge(unitsOf(text), span, edge, { unit, direction });
  return text.slice(moved.startUtf16, moved.endUtf16);
}

describe('moving the ends of a span', () => {
  it.each([
    ['two', 'end', 'character', 1, 'two,'],
    ['two', 'start', 'character', 1, 'wo'],
    ['five ', 'end', 'character', 1, 'five 👩‍👩‍👧'],
    ['two', 'end', 'word', 1, 'two, three'],
    ['two, three', 'end', 'word', -1, 'two'],
    ['two, th', 'end', 'word', -1, 'two'],
    ['two, th', 'end', 'word', 1, 'two, three'],
    ['two', 'start', 'word', -1, 'One two'],
    ['One two', 'start', 'word', 1, 'two'],
    ['two', 'end', 'sentence', 1, 'two, three.'],
    ['two, three.', 'end', 'sentence', 1, 'two, three. Four five 👩‍👩‍👧 six.'],
    ['two, three. Four', 'end', 'sentence', -1, 'two, three.'],
    ['three. Four', 'start', 'sentence', 1, 'Four'],
    ['two', 'start', 'sentence', -1, 'One two'],
  ] as const)('%j: the %s by a %s, %d', (quote, edge, unit, direction, moved) => {
    expect(stepped(quote, edge, unit, direction)).toBe(moved);
  });

  it('leaves at least one grapheme', () => {
    expect(stepped('👩‍👩‍👧', 'start', 'character', 1)).toBe('👩‍👩‍👧');
    expect(stepped('two', 'end', 'sentence', -1)).toBe('t');
    expect(stepped('two', 'start', 'word', 1)).toBe('o');
  });

  it('never goes outside the text, into a grapheme, or past the other end, however it is moved', () => {
    const unit = fc.constantFrom('a', 'b ', '. ', '\n', '👩‍👩‍👧', 'ש', '字');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom<Edge>('start', 'end'),
        fc.constantFrom('character', 'word', 'sentence', 'placed', 'placed by words'),
        fc.constantFrom<1 | -1>(1, -1),
        (whole, from, to, edge, how, direction) => {
          const units = unitsOf(whole);
          const startUtf16 = units.snap(from % whole.length);
          const span = { startUtf16, endUtf16: units.nextGrapheme(startUtf16) };
          const moved = how.startsWith('placed')
            ? placeEdge(units, span, edge, to % (whole.length + 1), how === 'placed' ? null : 'word')
            : stepEdge(units, span, edge, { unit: how as EdgeUnit, direction });
          expect(moved.startUtf16).toBeGreaterThanOrEqual(0);
          expect(moved.endUtf16).toBeLessThanOrEqual(whole.length);
          expect(moved.endUtf16).toBeGreaterThan(moved.startUtf16);
          expect(units.snap(moved.startUtf16)).toBe(moved.startUtf16);
          expect(units.snap(moved.endUtf16)).toBe(moved.endUtf16);
        },
      ),
    );
  });
});
