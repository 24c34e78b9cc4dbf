import { createRandom } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {readonly [startUtf16: number, endUtf16: number, codeIndex: number]} Span one coding of a text */

const MEAN_LENGTH = 200;

/**
 * Codings as people make them: mostly a sentence or three (3 % ten times that), 40 % on top of another one, few codes
 * used often and many seldom. They begin and end with words.
 * @param {string} text
 * @param {{seed: number, count: number, codes: number}} wanted
 * @returns {Span[]}
 */
export function makeCodings(text, { seed, count, codes }) {
  const random = createRandom(seed);
  /** @type {Span[]} */
  const spans = [];
  while (spans.length < count) {
    const below = random.next() < 0.4 ? spans[random.between(0, spans.length - 1)] : undefined;
    const from = below ? random.between(below[0], below[1]) : random.between(0, text.length - 2);
    const span = atWords(text, from, from + lengthOfCoding(random));
    if (span !== null) spans.push([...span, Math.floor(codes * random.next() ** 2)]);
  }
  return spans;
}

/** @param {Random} random */
function lengthOfCoding({ next, exponential }) {
  return Math.ceil(exponential(next() < 0.03 ? 10 * MEAN_LENGTH : MEAN_LENGTH));
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {readonly [number, number] | null} null where there is no whole word
 */
function atWords(text, from, to) {
  const isSpace = (/** @type {number} */ at) => /\s/.test(text.charAt(at));
  let start = from;
  while (start > 0 && !isSpace(start - 1)) start--;
  while (start < text.length && isSpace(start)) start++;
  let end = Math.min(to, text.length);
  while (end < text.length && !isSpace(end)) end++;
  while (end > start && isSpace(end - 1)) end--;
  return end > start ? [start, end] : null;
}
