import { describe, expect, it } from 'vitest';
import { countWords } from '#domain/corpus/count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['One, two – three!', 3],
    ['don’t re-read £184,000 in 2024', 5],
    [' \u00A0\n\t ', 0],
    ['… — !', 0],
    ['“Quoted” words', 2],
    ['今天天气很好。', 6],
    ['see 今天 there', 4],
    ['ไทย', 3],
    ['𠮷野家 𝐁old', 4],
    ['Слово за слово', 3],
    ['مرحبا بالعالم', 2],
    ['👩‍👩‍👧 🇺🇦', 0],
  ])('counts %j as word processors do', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
