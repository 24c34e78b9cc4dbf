import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { normaliseText } from '#domain/corpus/normalise-text.ts';

describe('DocText', () => {
  it('numbers lines that hold more than white space, no-break spaces included', () => {
    const doc = new DocText('Title\n\n \u00A0\t\nFirst\nSecond\n');
    expect([...doc.numbers]).toEqual([1, 0, 0, 2, 3, 0]);
    expect(doc.numberedCount).toBe(3);
  });

  it('cites a blank line by the paragraph before it', () => {
    const doc = new DocText('\nOne\n\nTwo');
    expect([0, 1, 5, 6].map((offset) => doc.numberAt(offset))).toEqual([1, 1, 1, 2]);
  });

  it('counts in code points, with a family emoji as its parts', () => {
    const doc = new DocText('a👩‍👩‍👧b');
    expect(doc.lengthInCodePoints).toBe(7);
    expect(doc.toCodePoint(doc.text.indexOf('b'))).toBe(6);
    expect(doc.toUtf16(6)).toBe(doc.text.indexOf('b'));
  });

  it('finds for every offset the paragraph that holds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ', '😀') }), (text) => {
        const doc = new DocText(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const paragraph = doc.paragraphAt(offset);
          expect(doc.startOf(paragraph)).toBeLessThanOrEqual(offset);
          expect(offset).toBeLessThanOrEqual(doc.endOf(paragraph));
        }
      }),
    );
  });

  it('gives the start of a pair that straddles a block of its table', () => {
    const doc = new DocText(`${'a'.repeat(1023)}😀b`);
    expect([doc.toUtf16(1023), doc.toUtf16(1024), doc.toUtf16(1025)]).toEqual([1023, 1025, 1026]);
  });

  it('goes from UTF-16 to code points and back as the iterator of strings does, over block borders too', () => {
    const units = fc.constantFrom('x', '😀', '\n', 'é', '𝕏');
    fc.assert(
      fc.property(fc.string({ unit: units, minLength: 0, maxLength: 3000 }), (text) => {
        const doc = new DocText(text);
        let utf16 = 0;
        let point = 0;
        for (const character of text) {
          expect(doc.toCodePoint(utf16)).toBe(point);
          expect(doc.toUtf16(point)).toBe(utf16);
          utf16 += character.length;
          point++;
        }
        expect(doc.toCodePoint(utf16)).toBe(point);
        expect(doc.toUtf16(point)).toBe(utf16);
      }),
      { numRuns: 40 },
    );
  });
});

describe('normaliseText', () => {
  it('drops the byte order mark, makes every line end a line feed, and replaces what cannot be stored', () => {
    expect(normaliseText('\uFEFFa\r\nb\rc\n\0d\uD800e\uDC00f😀')).toBe('a\nb\nc\n\uFFFDd\uFFFDe\uFFFDf😀');
  });

  it('changes nothing else: spaces, no-break spaces, quotes, combining marks stay', () => {
    const text = '  “Zoë” \u00A0 e\u0301 \u200F שלום\t\n\n';
    expect(normaliseText(text)).toBe(text);
  });
});
