import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote, quoteAndContext, type Anchor } from '#domain/coding/anchor.ts';
import { DocText } from '#domain/corpus/doc-text.ts';

function anchorOf(text: string, startUtf16: number, endUtf16: number): Anchor {
  return { startUtf16, endUtf16, ...quoteAndContext(text, startUtf16, endUtf16) };
}

function found(text: string, anchor: Anchor): string | null {
  const location = locateQuote(new DocText(text), anchor);
  return location && `${location.how} ${location.startUtf16}-${location.endUtf16}`;
}

const before = 'The council met. They switched the lamps off. Later they switched them on, and off again.';

describe('remembering a passage', () => {
  it('keeps 32 units on either side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`;
    expect(quoteAndContext(text, 40, 45)).toEqual({
      quote: 'quote',
      contextBefore: 'a'.repeat(32),
      contextAfter: 'b'.repeat(32),
    });
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const units = Array.from(text);
        const [from, to] = [a % units.length, b % units.length].sort((x, y) => x - y) as [number, number];
        const startUtf16 = units.slice(0, from).join('').length;
        const endUtf16 = units.slice(0, to).join('').length;
        const parts = Object.values(quoteAndContext(text, startUtf16, endUtf16));
        expect(parts.every((part: string) => part.isWellFormed() && part.length <= text.length)).toBe(true);
      }),
    );
  });
});

describe('finding a passage again', () => {
  it('prefers the place where it stood', () => {
    expect(found(before, anchorOf(before, 39, 42))).toBe('exact 39-42');
  });

  it('finds it when text was added before it', () => {
    expect(found(`New line.\n${before}`, anchorOf(before, 17, 44))).toBe('moved 27-54');
  });

  it('tells like words apart by what stands around them', () => {
    const anchor = anchorOf(before, before.lastIndexOf('off'), before.lastIndexOf('off') + 3);
    const after = before.replace('The council met. ', '');
    expect(found(after, anchor)).toBe(`moved ${after.lastIndexOf('off')}-${after.lastIndexOf('off') + 3}`);
  });

  it('takes the nearest when the surroundings are alike', () => {
    const text = 'no no no no '.repeat(20);
    expect(
      found(`${text}yes`, { startUtf16: 100, endUtf16: 102, quote: 'no', contextBefore: '', contextAfter: '' }),
    ).toBe('moved 99-101');
  });

  it('gives no answer when two places are equally good', () => {
    const bare = { quote: 'lamp', contextBefore: '', contextAfter: '' };
    expect(found('lamp, lamp', { ...bare, startUtf16: null, endUtf16: null })).toBeNull();
    expect(found('lamp - lamp', { ...bare, startUtf16: 3, endUtf16: 8 })).toBe('moved 0-4');
    expect(found('lamp..lamp', { ...bare, startUtf16: 3, endUtf16: 8 })).toBeNull();
  });

  it('needs no offsets when the words stand only once', () => {
    expect(
      found(before, { startUtf16: null, endUtf16: null, quote: 'lamps', contextBefore: '', contextAfter: '' }),
    ).toBe('moved 35-40');
  });

  it('takes no-break spaces for spaces and other line ends for line feeds', () => {
    const text = 'One\u00a0two\nthree (four)';
    const anchor = {
      startUtf16: 0,
      endUtf16: 20,
      quote: 'two\r\nthree (four)',
      contextBefore: 'One ',
      contextAfter: '',
    };
    expect(found(text, anchor)).toBe('whitespace 4-20');
    expect(found(text, { ...anchor, quote: ' One two ' })).toBe('whitespace 0-7');
  });

  it('gives no answer when the words are gone, or when there are none', () => {
    const anchor = { startUtf16: 0, endUtf16: 4, quote: 'gone', contextBefore: '', contextAfter: '' };
    expect(found(before, anchor)).toBeNull();
    expect(found(before, { ...anchor, quote: '' })).toBeNull();
    expect(found(before, { ...anchor, quote: ' \n' })).toBeNull();
  });

  it('finds every passage of a text exactly, and any unique one after text was put before it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '(', '.'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (body, put, a, b) => {
        const [from, to] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y) as [number, number];
        if (from === to) return;
        const anchor = anchorOf(body, from, to);
        expect(found(body, anchor)).toBe(`exact ${from}-${to}`);
        const moved = put + body;
        const isUnique = moved.indexOf(anchor.quote) === moved.lastIndexOf(anchor.quote);
        if (isUnique) expect(found(moved, anchor)).toBe(`moved ${put.length + from}-${put.length + to}`);
      }),
    );
  });
});
