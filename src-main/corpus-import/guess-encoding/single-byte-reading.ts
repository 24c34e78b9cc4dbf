import { decode } from '#main/corpus-import/decode.ts';
import type { Alphabet } from './alphabets.ts';
import type { BytePairs } from './byte-pairs.ts';
import { KINDS, type Kind, transitionsOf } from './transitions.ts';

// Logarithms of probabilities, set by hand and held by the samples in the tests; what counts is the order of magnitude.
const PUNCTUATION = -4.5;
const SYMBOL = -7;
const FOREIGN = -12;
const NO_CHARACTER = -16;

const USUAL = new Set('\u00A0–—‘’“”„«»…');
const SYMBOLS = new Set('€£§©®™°•·‹›‚¿¡½¼¾²³¹ºª№±×†،؛؟ـ−′″');

const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** One encoding with one alphabet, made ready to judge bytes. */
export interface Reading {
  /** For each byte, the logarithm of its share among all that is not ASCII; 0 for ASCII, which all encodings have in common. */
  readonly shares: Float64Array;
  /** For each byte, its kind's place in `KINDS`. */
  readonly kinds: Uint8Array;
  readonly transitions: Float64Array;
}

/** Each letter's share. They fall off evenly down the list of letters, much as they do in real texts. */
function sharesOfLetters({ letters }: Alphabet): Map<string, number> {
  const decay = letters.length / 4;
  const total = letters.split('').reduce((sum, _letter, rank) => sum + Math.exp(-rank / decay), 0);
  return new Map(letters.split('').map((letter, rank) => [letter, -rank / decay - Math.log(total)]));
}

function shareOfOther(character: string): number {
  if (USUAL.has(character)) return PUNCTUATION;
  if (SYMBOLS.has(character)) return SYMBOL;
  return character === '\uFFFD' || (character >= '\x80' && character <= '\x9F') ? NO_CHARACTER : FOREIGN;
}

function kindOfAscii(character: string): Kind {
  if (character >= 'a' && character <= 'z') return 'small';
  if (character >= 'A' && character <= 'Z') return 'capital';
  return character >= '0' && character <= '9' ? 'digit' : 'space';
}

function kindOfLetter(character: string, { vowels, finals }: Alphabet): Kind {
  const small = character.toLowerCase();
  if (finals.includes(character)) return 'own-final';
  if (character !== small) return vowels.includes(small) ? 'own-capital-vowel' : 'own-capital';
  return vowels.includes(small) ? 'own-small-vowel' : 'own-small';
}

function judge(character: string, alphabet: Alphabet, letters: ReadonlyMap<string, number>) {
  if (character < '\x80') return { share: 0, kind: kindOfAscii(character) };
  const share = letters.get(character.toLowerCase());
  if (share !== undefined) return { share, kind: kindOfLetter(character, alphabet) };
  return { share: shareOfOther(character), kind: character === '’' ? ('closing-quote' as const) : ('space' as const) };
}

export function readingOf(encoding: string, alphabet: Alphabet): Reading {
  const letters = sharesOfLetters(alphabet);
  const characters = decode(ALL_BYTES, encoding).split('');
  const judged = characters.map((character) => judge(character, alphabet, letters));
  return {
    shares: Float64Array.from(judged, ({ share }) => share),
    kinds: Uint8Array.from(judged, ({ kind }) => KINDS.indexOf(kind)),
    transitions: transitionsOf(alphabet),
  };
}

/**
 * How likely it is that somebody writing in this alphabet and encoding wrote these bytes, as a logarithm. Comparable between
 * readings of the same bytes.
 */
export function likelihoodOf({ pairs, counts }: BytePairs, { shares, kinds, transitions }: Reading): number {
  let sum = 0;
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    const before = kinds[pair >> 8] ?? 0;
    const after = kinds[pair & 0xff] ?? 0;
    // Each byte is the second of exactly one pair, so that its share is counted once.
    sum += (counts[at] ?? 0) * ((shares[pair & 0xff] ?? 0) + (transitions[before * KINDS.length + after] ?? 0));
  }
  return sum;
}
