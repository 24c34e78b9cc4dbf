import type { Alphabet } from './alphabets.ts';

/** What a byte stands for, as far as it bears on its neighbours. */
export type Kind =
  | 'space'
  | 'digit'
  | 'small'
  | 'capital'
  | 'own-small'
  | 'own-small-vowel'
  | 'own-capital'
  | 'own-capital-vowel'
  | 'own-final'
  | 'closing-quote';

export const KINDS: readonly Kind[] = [
  'space',
  'digit',
  'small',
  'capital',
  'own-small',
  'own-small-vowel',
  'own-capital',
  'own-capital-vowel',
  'own-final',
  'closing-quote',
];

const isOwn = (kind: Kind): boolean => kind.startsWith('own');
const isCapital = (kind: Kind): boolean => kind.includes('capital');
const isLetter = (kind: Kind): boolean => isOwn(kind) || kind === 'small' || kind === 'capital';

function costOfCase(before: Kind, after: Kind): number {
  if (!isCapital(after)) return 0;
  if (!isLetter(before)) return -2;
  return isCapital(before) ? -0.4 : -6;
}

/** Vowels and consonants alternate more often than not, and noise knows nothing of it. */
function costOfAlternation(before: Kind, after: Kind): number {
  const isSame = before.endsWith('vowel') === after.endsWith('vowel');
  return isSame ? -0.8 : 0;
}

function costOfFinal(before: Kind, after: Kind): number {
  if (before !== 'own-final') return 0;
  return isLetter(after) ? -4 : 1.5;
}

/** What it costs that one kind follows another, on the scale of a logarithm of probability. */
function costOf(before: Kind, after: Kind, { script, vowels }: Alphabet): number {
  const own = Number(isOwn(before)) + Number(isOwn(after));
  // A closing quote at the beginning of a word.
  if (before === 'space' && after === 'closing-quote') return -3;
  if (own === 0) return 0;
  let cost = costOfFinal(before, after);
  if (script !== 'unicameral' && isOwn(after)) cost += costOfCase(before, after);
  if (script === 'latin') {
    // Accented letters stand among plain ones.
    if (own === 2) cost -= 3.5;
  } else if (own === 2) cost += vowels === '' ? 0 : costOfAlternation(before, after);
  // A Cyrillic, Greek, Hebrew or Arabic letter beside a Latin one, or a digit.
  else if (isLetter(before) && isLetter(after)) cost -= 5;
  else if (before === 'digit' || after === 'digit') cost -= 3;
  return cost;
}

/** The costs of all pairs, at `before * KINDS.length + after`. */
export function transitionsOf(alphabet: Alphabet): Float64Array {
  return Float64Array.from(KINDS.flatMap((before) => KINDS.map((after) => costOf(before, after, alphabet))));
}
