import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, type FindOptions } from '#domain/corpus/find-in-text.ts';

const plain: FindOptions = { isCaseSensitive: false, isWholeWord: false, isIgnoringMarks: false, isPattern: false };

function found(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  const result = findInText(text, query, { ...plain, ...options });
  if (!result.ok) throw new Error(result.reason);
  return result.spans.map(({ startUtf16, endUtf16 }) => text.slice(startUtf16, endUtf16));
}

describe('findInText', () => {
  it('finds in any case, unless told otherwise', () => {
    expect(found('Light, light, LIGHT', 'light')).toEqual(['Light', 'light', 'LIGHT']);
    expect(found('Light, light, LIGHT', 'light', { isCaseSensitive: true })).toEqual(['light']);
  });

  it('finds whole words in scripts other than Latin too', () => {
    expect(found('свет, светло и свет', 'свет', { isWholeWord: true })).toHaveLength(2);
    expect(found('lamplight lamp', 'lamp', { isWholeWord: true })).toHaveLength(1);
  });

  it('passes over marks when asked, and answers with the words as they stand', () => {
    expect(found('café, cafe\u0301, cafe', 'cafe', { isIgnoringMarks: true })).toEqual(['café', 'cafe\u0301', 'cafe']);
    expect(found('cafe', 'café', { isIgnoringMarks: true })).toEqual(['cafe']);
    expect(found('café', 'cafe')).toEqual([]);
  });

  it('finds a quotation over a line end or a no-break space', () => {
    expect(found('a lamp\nis a\u00A0promise', 'lamp is a promise')).toEqual(['lamp\nis a\u00A0promise']);
  });

  it('reads patterns, line by line, and says why one cannot be read', () => {
    expect(found('one\ntwo\nthree', '^t\\w+$', { isPattern: true })).toEqual(['two', 'three']);
    expect(findInText('x', '(', { ...plain, isPattern: true })).toMatchObject({ ok: false });
    expect(found('abc', 'x*', { isPattern: true })).toEqual([]);
  });

  it('takes every sign of a plain query for itself', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'a B . * + ? ^ $ ( ) [ ] { } | \\ / - – é 😀'.split(' ')),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, text, (before, query, after) => {
        const result = findInText(before + query + after, query, { ...plain, isCaseSensitive: true });
        expect(result.ok && result.spans.length > 0).toBe(true);
        if (result.ok)
          for (const { startUtf16, endUtf16 } of result.spans) {
            expect((before + query + after).slice(startUtf16, endUtf16)).toBe(query);
          }
      }),
    );
  });
});
