import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linkKinds,
  markupOfText,
  parseMarkup,
  plainText,
  writeMarkup,
  type Block,
  type Inline,
} from '#domain/memos/memo-markup.ts';
import { normaliseDocument } from '#domain/memos/normalise-document.ts';

/** What the markup itself is made of, and scripts, signs and spaces that have tripped others. */
const bits = fc.constantFrom(
  '*',
  '**',
  '_',
  '\\',
  '\\\\',
  '[',
  ']',
  '(',
  ')',
  '- ',
  '1. ',
  '1) ',
  '#',
  '>',
  '`',
  '~~~',
  '&',
  '&#32;',
  '&amp;',

  '<b>',
  ' ',
  '  ',
  '\t',
  '\u00A0',
  '\n',
  '\r\n',
  '\u2028',
  'a',
  'Licht',
  'نور',
  '光',
  'แสง',
  '👩🏽‍🌾',
  'e\u0301',
  '\uD83D',

  '[x](postil:code/1)',
  '[x](javascript:alert(1))',
  '](postil:memo/2)',
  '===',
  '---',
  '|',
  '\u0000',
);
const words = fc.oneof(
  fc.array(bits, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 8 }),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: words,
      isBold: fc.boolean(),
      isItalic: fc.boolean(),
    }),
  },
  fc.record({
    kind: fc.constant('link' as const),
    label: words,
    target: fc.record({ kind: fc.constantFrom(...linkKinds), id: fc.uuid() }),
  }),
  fc.constant({ kind: 'break' as const }),
);
const content = fc.array(inline, { maxLength: 6 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), content }),
  fc.record({
    kind: fc.constantFrom('bullets' as const, 'numbers' as const),
    items: fc.array(content, { maxLength: 4 }),
  }),
);
const documents = fc.array(block, { maxLength: 5 });

const text = (value: string, style: { isBold?: boolean; isItalic?: boolean } = {}): Inline => ({
  kind: 'text',
  text: value,
  isBold: false,
  isItalic: false,
  ...style,
});

describe('the markup of memos', () => {
  it('reads back every document that it writes', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(parseMarkup(writeMarkup(document))).toEqual(normaliseDocument(document));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any text at all, and writes what it read in one way only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, words), { maxLength: 30 }).map((parts) => parts.join('')),
        (body) => {
          const once = writeMarkup(parseMarkup(body));
          expect(writeMarkup(parseMarkup(once))).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keeps every sign of a plain text', () => {
    fc.assert(
      fc.property(words, (words_) => {
        const lines = (value: string): string[] =>
          value
            .split(/\s*[\r\n]+\s*/)
            .map((line) => line.trim())
            .filter((line) => line !== '');
        expect(lines(plainText(parseMarkup(markupOfText(words_))))).toEqual(lines(words_));
      }),
    );
  });

  it('is Markdown as others write it', () => {
    const body = 'The **lamp** is a *promise*.\n\n- first\n- *second*\n\n1. one\n2. two';
    expect(parseMarkup(body)).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('The '),
          text('lamp', { isBold: true }),
          text(' is a '),
          text('promise', { isItalic: true }),
          text('.'),
        ],
      },
      { kind: 'bullets', items: [[text('first')], [text('second', { isItalic: true })]] },
      { kind: 'numbers', items: [[text('one')], [text('two')]] },
    ]);
    expect(writeMarkup(parseMarkup(body))).toBe(body);
  });

  it('knows links to things of the project and no others', () => {
    const [paragraph] = parseMarkup('See [A \\[lamp\\]](postil:code/abc-1), not [this](https://example.org).');
    expect(paragraph).toEqual({
      kind: 'paragraph',
      content: [
        text('See '),
        { kind: 'link', label: 'A [lamp]', target: { kind: 'code', id: 'abc-1' } },
        text(', not [this](https://example.org).'),
      ],
    });
  });

  it('takes stars that stand alone, or that nothing closes, for stars', () => {
    expect(plainText(parseMarkup('2 * 3 ** 4 and *open'))).toBe('2 * 3 ** 4 and *open');
    expect(plainText(parseMarkup('a ****b'))).toBe('a ****b');
  });

  it('reads a hostile body in reasonable time', () => {
    const hostile = [
      '['.repeat(50_000),
      '*a '.repeat(50_000),
      '\\'.repeat(50_000),
      '[a]('.repeat(20_000),
      '- \n'.repeat(20_000),
    ];
    for (const body of hostile) expect(typeof writeMarkup(parseMarkup(body))).toBe('string');
  }, 5_000);

  it('calls links by the name it is told', () => {
    const document = parseMarkup('[old](postil:code/1) and\n\n- [gone](postil:memo/2)');
    expect(plainText(document)).toBe('old and\ngone');
    expect(plainText(document, ({ target }) => (target.kind === 'code' ? 'new' : ''))).toBe('new and\n');
  });
});
