import { describe, expect, it } from 'vitest';
import { DocText } from '#domain/corpus/doc-text.ts';
import { TextUnits } from '#domain/corpus/text-units.ts';

/** The sentences of a text of one line, met by stepping through it. */
function sentencesOf(text: string, language: string | null): string[] {
  const units = new TextUnits(new DocText(text), language);
  const sentences: string[] = [];
  for (let at = 0; at < text.length; at = units.nextUnitStart('sentence', at)) {
    const { startUtf16, endUtf16 } = units.sentenceAt(at);
    sentences.push(text.slice(startUtf16, endUtf16));
  }
  return sentences;
}

describe('sentences', () => {
  it.each([
    ['en', ['Dr. Smith met Mrs. J. Doe.', 'See e.g. Figure 3.', 'He left.']],
    ['en', ['She lives at No. 5 Downing Street, cf. Vol. 2 Chapter 1.', 'He does not.']],
    ['en', ['George W. Bush spoke in the U.S. Senate.', 'So did I.', 'They have it in the U.S.', 'We do not.']],
    ['en', ['“Really?” he asked.', '“Yes.”', '“Then go!”', 'She went.']],
    ['de', ['Das ist z. B. Bier vom 3. Oktober, d. h. Festbier.', 'Es war 1990.', 'Danach kam Dr. h. c. Meier.']],
    ['de', ['Am 3. Oktober kam bzw. ging Frau Prof. Schulz.', 'Sie war 15.', 'Dann ging er.']],
    ['fr', ['M. Dupont a vu Mme. Leroy.', 'Il est parti.']],
    ['es', ['El Sr. García habló con la Dra. Ruiz.', '¿Quién?', 'Nadie.']],
    ['nl', ['Dhr. Jansen, d.w.z. Piet, kwam.', 'Hij ging.']],
    ['ru', ['А. С. Пушкин родился в г. Москва.', 'Это так.']],
    ['el', ['Τι κάνεις;', 'Καλά.']],
    ['zh', ['“今天天气很好。”', '我们去公园！', '好吗？']],
    ['hi', ['यह पहला वाक्य है।', 'यह दूसरा है।']],
    ['ar', ['هل أنت هنا؟', 'نعم، أنا هنا.', 'جاء د. محمد أمس.']],
    [null, ['J. Doe left.', 'Nobody came.']],
  ])('in %s: %j', (language, sentences) => {
    expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences);
  });

  it('keeps the number of a list with what it counts', () => {
    expect(sentencesOf('1. First point. Second sentence.', 'en')).toEqual(['1. First point.', 'Second sentence.']);
    expect(sentencesOf('A. I did not.', 'en')).toEqual(['A. I did not.']);
  });

  it('keeps a speaker’s label together', () => {
    const text = 'Prof. K. St. Meier: Good day. Yes.\nI: Hm.\nProf. K. St. Meier: No.\nI: Ah.';
    const units = new TextUnits(new DocText(text), null);
    const { startUtf16, endUtf16 } = units.sentenceAt(0);
    expect(text.slice(startUtf16, endUtf16)).toBe('Prof. K. St. Meier: Good day.');
  });
});
