import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCodes, recode, type Passage } from '#domain/coding/change-codings.ts';
import { trimSpan } from '#domain/coding/span.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodeId, CoderId, Coding, CodingId, SelectionId, SourceId } from '#domain/project/records.ts';
import { aCoding, testEnvironment } from '#tests/support/builders.ts';

const text = new DocText('The lamp at the corner was the first thing that looked at me.');

function passage(fields: Partial<Passage> = {}): Passage {
  return {
    sourceId: 'source' as SourceId,
    text,
    span: { startUtf16: 4, endUtf16: 8 },
    coderId: 'coder' as CoderId,
    existing: [],
    ...fields,
  };
}

const added = (change: ReturnType<typeof applyCodes>): readonly Coding[] => change.codings?.added ?? [];

describe('applyCodes', () => {
  it('remembers the words and what stands around them', () => {
    const [coding] = added(applyCodes(passage(), ['a' as CodeId], testEnvironment()));
    expect(coding).toMatchObject({ quote: 'lamp', contextBefore: 'The ', startUtf16: 4, endUtf16: 8 });
    expect(coding?.contextAfter.startsWith(' at the corner')).toBe(true);
  });

  it('lets no identical coding arise, and shares the selection among codes on one span', () => {
    const existing = [
      aCoding({ codeId: 'a' as CodeId, startUtf16: 4, endUtf16: 8, selectionId: 'there' as SelectionId }),
      aCoding({
        id: 'other' as CodingId,
        coderId: 'other' as CoderId,
        codeId: 'b' as CodeId,
        startUtf16: 4,
        endUtf16: 8,
      }),
    ];
    const codings = added(applyCodes(passage({ existing }), ['a', 'b', 'c', 'c'] as CodeId[], testEnvironment()));
    expect(codings.map(({ codeId, selectionId }) => [codeId, selectionId])).toEqual([
      ['b', 'there'],
      ['c', 'there'],
    ]);
  });

  it('keeps the quote equal to the text at its offsets', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 20 }), (start, length) => {
        const span = { startUtf16: start, endUtf16: start + length };
        const [coding] = added(applyCodes(passage({ span }), ['a' as CodeId], testEnvironment()));
        expect(coding?.quote).toBe(text.text.slice(start, start + length));
      }),
    );
  });
});

describe('recode', () => {
  it('drops the coding when the passage already carries the other code by the same coder', () => {
    const coding = aCoding({ codeId: 'a' as CodeId });
    const double = aCoding({ id: 'double' as CodingId, codeId: 'b' as CodeId });
    expect(recode([coding], 'b' as CodeId, { existing: [coding, double], memos: [] }, testEnvironment())).toEqual({
      codings: { removed: [coding] },
    });
    const change = recode([coding], 'c' as CodeId, { existing: [coding, double], memos: [] }, testEnvironment());
    expect(change.codings?.updated?.[0]?.[1].codeId).toBe('c');
  });
});

describe('trimSpan', () => {
  it('takes white space off the edges, no-break spaces and line feeds too', () => {
    expect(trimSpan('a \u00A0\n word \n\n b', { startUtf16: 1, endUtf16: 12 })).toEqual({ startUtf16: 5, endUtf16: 9 });
    expect(trimSpan('a  \n b', { startUtf16: 1, endUtf16: 5 })).toBeNull();
  });
});
