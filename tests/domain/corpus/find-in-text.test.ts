import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FindableText, type FindOptions, type Found } from '#domain/corpus/find-in-text.ts';

const plain: FindOptions = { isCaseSensitive: false, isWholeWord: false, isIgnoringMarks: false, isPattern: false };

function find(text: string, query: string, options: Partial<FindOptions> = {}): Found {
  return new FindableText(text).find(query, { ...plain, ...options });
}

function found(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  const result = find(text, query, options);
  if (!result.ok) throw new Error(result.reason);
  return Array.from({ length: result.spans.length }, (_, index) => {
    const span = result.spans.at(index);
    return text.slice(span?.startUtf16, span?.endUtf16);
  });
}

describe('FindableText', () => {
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

  it('finds Arabic with and without its vowel signs, and Korean by whole syllables', () => {
    const marked = 'كِتَابٌ وكتاب';
    expect(found(marked, 'كتاب', { isIgnoringMarks: true })).toEqual(['كِتَابٌ', 'كتاب']);
    expect(found(marked, 'كتاب')).toEqual(['كتاب']);
    expect(found('각각 가', '가', { isIgnoringMarks: true })).toEqual(['가']);
  });

  it('passes over marks to the very places a search among bare letters finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'e', 'é', 'e\u0301', '😀', '각', '\n'), maxLength: 30 });
    fc.assert(
      fc.property(text, (whole) => {
        const bare = whole.normalize('NFD').replaceAll('\u0301', '').normalize('NFC');
        const places = found(whole, 'e', { isIgnoringMarks: true });
        expect(places).toHaveLength(bare.split('e').length - 1);
        for (const place of places) expect(place.normalize('NFC')).toMatch(/^[eé]$/);
      }),
    );
  });

  it('stops at as many places as are wanted, and says so', () => {
    const text = new FindableText('a a a');
    expect(text.find('a', plain, 2)).toMatchObject({ ok: true, isCut: true, spans: { length: 2 } });
    expect(text.find('a', plain, 3)).toMatchObject({ ok: true, isCut: false, spans: { length: 3 } });
  });

  it('finds a quotation over a line end or a no-break space', () => {
    expect(found('a lamp\nis a\u00A0promise', 'lamp is a promise')).toEqual(['lamp\nis a\u00A0promise']);
  });

  it('reads patterns, line by line, and says why one cannot be read', () => {
    expect(found('one\ntwo\nthree', '^t\\w+$', { isPattern: true })).toEqual(['two', 'three']);
    expect(find('x', '(', { isPattern: true })).toMatchObject({ ok: false });
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
        const places = found(before + query + after, query, { isCaseSensitive: true });
        expect(places.length).toBeGreaterThan(0);
        for (const place of places) expect(place).toBe(query);
      }),
    );
  });
});
