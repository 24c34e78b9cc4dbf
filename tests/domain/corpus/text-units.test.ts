import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';

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

  it('grows from caret to word, sentence, paragraph, text', () => {
    const text = 'A first line.\nHere it is. And more.\nEnd';
    const units = unitsOf(text);
    const steps = [{ startUtf16: 20, endUtf16: 20 }];
    for (let turn = 0; turn < 4; turn++) steps.push(units.grow(steps.at(-1) ?? { startUtf16: 0, endUtf16: 0 }));
    expect(steps.slice(1).map(({ startUtf16, endUtf16 }) => text.slice(startUtf16, endUtf16))).toEqual([
      'it',
      'Here it is.',
      'Here it is. And more.',
      text,
    ]);
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
          units.nextSentence(at),
          units.previousSentence(at),
        ];
        for (const answer of answers) {
          expect(answer).toBeGreaterThanOrEqual(0);
          expect(answer).toBeLessThanOrEqual(text.length);
          expect(text.slice(0, answer).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('walks a paragraph of a megabyte without segmenting it whole', () => {
    const text = 'Lorem ipsum dolor. '.repeat(60_000);
    const units = unitsOf(text);
    expect(units.nextWordEnd(700_000)).toBeLessThan(700_020);
    expect(units.sentenceAt(700_000).endUtf16 - units.sentenceAt(700_000).startUtf16).toBe(18);
  });
});
