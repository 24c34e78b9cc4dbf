import { type Alphabet, ARABIC, BALTIC, CENTRAL, CYRILLIC, GREEK, HEBREW, TURKISH, WESTERN } from './alphabets.ts';
import { bytePairsOf } from './byte-pairs.ts';
import { MULTI_BYTE, multiByteLikelihood } from './multi-byte-likelihood.ts';
import { sampleOf } from './sample.ts';
import { type Reading, likelihoodOf, readingOf } from './single-byte-reading.ts';

/**
 * What files are found in, and what is written in it. The bonus is what the encoding has before any byte is seen: where two
 * read a text equally well, the Windows one is what wrote it. ISO-8859-1 is not here: it is windows-1252 without quotes.
 */
const SINGLE_BYTE: readonly (readonly [encoding: string, alphabets: readonly Alphabet[], bonus: number])[] = [
  ['windows-1252', WESTERN, 2],
  ['iso-8859-15', WESTERN, 0],
  ['windows-1250', CENTRAL, 0.5],
  ['iso-8859-2', CENTRAL, 0],
  ['windows-1254', TURKISH, 0.5],
  ['windows-1257', BALTIC, 0],
  ['windows-1251', CYRILLIC, 1],
  ['koi8-r', CYRILLIC, 0.5],
  ['koi8-u', CYRILLIC, 0],
  ['iso-8859-5', CYRILLIC, 0],
  ['ibm866', CYRILLIC, -3],
  ['windows-1253', GREEK, 0.5],
  ['iso-8859-7', GREEK, 0],
  ['windows-1255', HEBREW, 0],
  ['windows-1256', ARABIC, 0],
];

interface Candidate {
  readonly encoding: string;
  readonly bonus: number;
  readonly readings: readonly Reading[];
}

interface Guess {
  readonly encoding: string;
  readonly likelihood: number;
}

function likelier(one: Guess, other: Guess): Guess {
  return other.likelihood > one.likelihood ? other : one;
}

let candidates: readonly Candidate[] | null = null;

/** Made when the first file has to be guessed; most never are. */
function knownCandidates(): readonly Candidate[] {
  candidates ??= SINGLE_BYTE.map(([encoding, alphabets, bonus]) => ({
    encoding,
    bonus,
    readings: alphabets.map((alphabet) => readingOf(encoding, alphabet)),
  }));
  return candidates;
}

/**
 * The encoding that makes the likeliest text of these bytes. A guess by letter frequencies rather than by a library: the
 * libraries want hundreds of bytes, and titles, tweets and captions are shorter than that.
 */
export function guessEncoding(bytes: Buffer): string {
  const sample = sampleOf(bytes);
  const pairs = bytePairsOf(sample);
  const single = knownCandidates().map(({ encoding, bonus, readings }) => ({
    encoding,
    likelihood: bonus + Math.max(...readings.map((reading) => likelihoodOf(pairs, reading))),
  }));
  let best = single.reduce(likelier);
  for (const multiByte of MULTI_BYTE) {
    const likelihood = multiByteLikelihood(sample, multiByte, best.likelihood);
    best = likelier(best, { encoding: multiByte.encoding, likelihood });
  }
  return best.encoding;
}
