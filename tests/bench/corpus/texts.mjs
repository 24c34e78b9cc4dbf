import { createRandom } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */

const ONSETS = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'st', 'tr', 'pl', 'ch', ''];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'é'];
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'd', 'nd', 'st'];
const VOCABULARY = 3000;

/** @param {Random} random */
function syllable({ between }) {
  return [ONSETS, VOWELS, CODAS].map((parts) => parts[between(0, parts.length - 1)] ?? '').join('');
}

/**
 * Made-up words; the shorter come first, so that the average is that of English, about five letters.
 * @param {Random} random
 */
function makeWords(random) {
  const words = new Set(['a', 'the', 'of', 'and', 'to', 'in', 'is', 'it', 'we', 'that']);
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor((3 * Math.log(words.size)) / Math.log(VOCABULARY));
    words.add(Array.from({ length: syllables }, () => syllable(random)).join('') || 'o');
  }
  return [...words];
}

const words = makeWords(createRandom(1));

/**
 * Few words often, many seldom, as in any language.
 * @param {Random} random
 */
function pickWord(random) {
  return words[Math.floor(VOCABULARY ** random.next()) - 1] ?? 'the';
}

/**
 * Sentences of 6 to 30 words. Now and then one is a quotation: typographic quotes make the text a two-byte string, as
 * those of most real articles are.
 * @param {Random} random
 * @param {number} count of words
 */
function makeParagraph(random, count) {
  const sentences = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, random.between(6, 30));
    left -= length;
    const chosen = Array.from({ length }, () => (random.next() < 0.08 ? `${pickWord(random)},` : pickWord(random)));
    const plain = chosen.join(' ').replace(/,$/, '');
    const sentence = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
    sentences.push(random.next() < 0.05 ? `“${sentence}”` : sentence);
  }
  return sentences.join(' ');
}

/**
 * A text of exactly so many words, in paragraphs of 40 to 120 (80 on average), one a line.
 * @param {number} seed
 * @param {number} wordCount
 * @returns {string}
 */
export function makeText(seed, wordCount) {
  const random = createRandom(seed);
  const paragraphs = [];
  for (let left = wordCount; left > 0;) {
    const length = Math.min(left, random.between(40, 120));
    left -= length;
    paragraphs.push(makeParagraph(random, length));
  }
  return `${paragraphs.join('\n')}\n`;
}
