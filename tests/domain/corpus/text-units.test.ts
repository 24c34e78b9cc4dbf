import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { Span } from '#domain/coding/span.ts';
import { TextUnits, textUnits } from '#domain/corpus/text-units.ts';

const sevenTexts = [
  'Plain English. Two sentences here!\nAnd a second paragraph.',
  'Семья 👩‍👩‍👧 и флаг 🇺🇦. Конец.',
  'नमस्ते दुनिया। क्षत्रिय',
  '한국어 텍스트입니다. 두 번째.',
  'ภาษาไทยไม่มีช่องว่าง',
  'مرحبا بالعالم. جملة ثانية.',
  '今天天气很好。我们去公园。\n\n1️⃣ keycap',
];

function unitsOf(text: string): TextUnits {
  return new TextUnits(new DocText(text));
}

/** What growing selects, turn by turn, until nothing is larger. */
function grownFrom(text: string, span: Span): string[] {
  const steps: string[] = [];
  for (let at = span; at.endUtf16 - at.startUtf16 < text.length;) {
    at = unitsOf(text).grow(at);
    steps.push(text.slice(at.startUtf16, at.endUtf16));
  }
  return steps;
}

describe('TextUnits', () => {
  it.each(sevenTexts)('steps by graphemes as Intl.Segmenter cuts them, there and back: %s', (text) => {
    const units = unitsOf(text);
    const borders = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
      ({ index }) => index,
    );
    borders.push(text.length);
    const forward = [0];
    while ((forward.at(-1) ?? 0) < text.length) forward.push(units.nextGrapheme(forward.at(-1) ?? 0));
    expect(forward).toEqual(borders);
    const backward = [text.length];
    while ((backward.at(-1) ?? 0) > 0) backward.push(units.previousGrapheme(backward.at(-1) ?? 0));
    expect(backward.toReversed()).toEqual(borders);
  });

  it('stops at the ends of words forward and at their starts backward, and once at a paragraph border', () => {
    const units = unitsOf('One, two!\nThree');
    const forward: number[] = [];
    for (let at = 0; at < 15;) forward.push((at = units.nextWordEnd(at)));
    expect(forward).toEqual([3, 8, 9, 10, 15]);
    const backward: number[] = [];
    for (let at = 15; at > 0;) backward.push((at = units.previousWordStart(at)));
    expect(backward).toEqual([10, 9, 5, 0]);
  });

  it('takes the sentence without the space after it', () => {
    const text = 'First one.  Second one. Third';
    expect(unitsOf(text).sentenceAt(3)).toEqual({ startUtf16: 0, endUtf16: 10 });
    expect(unitsOf(text).sentenceAt(text.length)).toEqual({ startUtf16: 24, endUtf16: 29 });
  });

  it('grows from caret to word, clause, sentence, paragraph, text', () => {
    const text = 'A first line.\nHere it is, again. And more.\nEnd';
    expect(grownFrom(text, { startUtf16: 20, endUtf16: 20 })).toEqual([
      'it',
      'Here it is,',
      'Here it is, again.',
      'Here it is, again. And more.',
      text,
    ]);
  });

  it('grows a turn from its paragraphs in a transcript', () => {
    const text = 'ANNA: One.\nTwo.\nBEN: Three.\nANNA: Four.\nBEN: Five.';
    expect(grownFrom(text, { startUtf16: 12, endUtf16: 12 })).toEqual(['Two', 'Two.', 'ANNA: One.\nTwo.', text]);
  });

  it('grows a selection that crosses units to the units it crosses', () => {
    const text = 'One two, three. Four five.\nSix seven.';
    const start = text.indexOf('hree');
    expect(grownFrom(text, { startUtf16: start, endUtf16: text.indexOf('ve.') })).toEqual([
      'three. Four five',
      'three. Four five.',
      'One two, three. Four five.',
      text,
    ]);
  });

  it('takes a line begun and ended loosely as what is written in it', () => {
    const text = '  Indented. More.  \n \nEnd.';
    const units = unitsOf(text);
    expect(units.sentenceAt(0)).toEqual({ startUtf16: 2, endUtf16: 11 });
    expect(units.sentenceAt(20)).toEqual({ startUtf16: 20, endUtf16: 20 });
    expect(units.nextUnitStart('sentence', 14)).toBe(text.indexOf('End'));
    expect(units.previousUnitStart('sentence', text.indexOf('End'))).toBe(12);
  });

  it('never answers an offset inside a surrogate pair or outside the text', () => {
    const unit = fc.constantFrom('a', ' ', '.', '\n', '😀', '👩‍👩‍👧', 'ש', '字');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(), (text, seed) => {
        const units = unitsOf(text);
        const at = units.snap(seed % (text.length + 1));
        const answers = [
          units.nextGrapheme(at),
          units.previousGrapheme(at),
          units.nextWordEnd(at),
          units.previousWordStart(at),
          ...textUnits.map((each) => units.nextUnitStart(each, at)),
          ...textUnits.map((each) => units.previousUnitStart(each, at)),
        ];
        for (const answer of answers) {
          expect(answer).toBeGreaterThanOrEqual(0);
          expect(answer).toBeLessThanOrEqual(text.length);
          expect(text.slice(0, answer).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  describe('whatever the text', () => {
    const piece = fc.constantFrom(
      'word',
      'Dr',
      'Anna',
      'z',
      'B',
      '3',
      ' ',
      '  ',
      '.',
      '. ',
      '!',
      ', ',
      '; ',
      ' – ',
      '—',
      ': ',
      '”',
      '(',
      '\n',
      '\n\n',
      '\nANNA: ',
      '\nBEN: ',
      '\u2028',
      '\u00a0',
      '、',
      '。',
      '天气',
      'ไทย',
      ' ไทย',
      'שלום',
      '؟ ',
      '😀',
      '👩‍👩‍👧',
    );
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    const units = ['clause', 'sentence', 'paragraph', 'turn'] as const;

    it('no unit is empty unless its line is blank, and each holds what it was asked for', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const doc = new DocText(text);
          const cut = new TextUnits(doc);
          for (let at = 0; at < text.length; at++) {
            const isBlank = doc.numbers[doc.paragraphAt(at)] === 0;
            for (const unit of units) {
              const span = cut.unitAt(unit, at);
              if (!span || isBlank) continue;
              expect(span.endUtf16).toBeGreaterThan(span.startUtf16);
              if (/[^\s—–]/.test(text.charAt(at))) {
                expect(span.startUtf16).toBeLessThanOrEqual(at);
                expect(span.endUtf16).toBeGreaterThan(at);
              }
              expect([unit, cut.unitAt(unit, span.startUtf16)]).toEqual([unit, span]);
            }
          }
        }),
      );
    });

    it('stepping from the beginning meets each unit once and reaches the end; stepping back meets the same', () => {
      fc.assert(
        fc.property(texts, fc.constantFrom(...textUnits), (text, unit) => {
          const cut = unitsOf(text);
          const forward: number[] = [];
          for (let at = 0; at < text.length;) {
            const next = cut.nextUnitStart(unit, at);
            expect(next).toBeGreaterThan(at);
            at = next;
            forward.push(at);
          }
          const backward: number[] = [];
          for (let at = text.length; at > 0;) {
            const previous = cut.previousUnitStart(unit, at);
            expect(previous).toBeLessThan(at);
            at = previous;
            backward.push(at);
          }
          const starts = (list: number[]): number[] =>
            list.filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
          const first = cut.nextUnitStart(unit, 0);
          // Going back also stops where the very first unit begins, which going forward sets out from.
          expect(starts(backward).filter((at) => at >= first)).toEqual(starts(forward));
        }),
      );
    });

    it('growing always contains what it grew from, and ends with the whole text', () => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
          const startUtf16 = from % (text.length + 1);
          let span = { startUtf16, endUtf16: Math.min(text.length, startUtf16 + (length % 12)) };
          for (let turn = 0; turn < 7; turn++) {
            const grown = unitsOf(text).grow(span);
            expect(grown.startUtf16).toBeLessThanOrEqual(span.startUtf16);
            expect(grown.endUtf16).toBeGreaterThanOrEqual(span.endUtf16);
            const shrunk = unitsOf(text).shrink(grown);
            expect(shrunk.startUtf16).toBeGreaterThanOrEqual(grown.startUtf16);
            expect(shrunk.endUtf16).toBeLessThanOrEqual(grown.endUtf16);
            if (grown.endUtf16 > grown.startUtf16)
              expect(shrunk.endUtf16 - shrunk.startUtf16).toBeLessThan(grown.endUtf16 - grown.startUtf16);
            span = grown;
          }
          expect(span).toEqual({ startUtf16: 0, endUtf16: text.length });
        }),
      );
    });
  });

  it('walks a paragraph of a megabyte without segmenting it whole', () => {
    const text = 'Lorem ipsum dolor. '.repeat(60_000);
    const units = unitsOf(text);
    expect(units.nextWordEnd(700_000)).toBeLessThan(700_020);
    expect(units.sentenceAt(700_000).endUtf16 - units.sentenceAt(700_000).startUtf16).toBe(18);
  });
});
