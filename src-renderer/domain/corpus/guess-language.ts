import { languages } from './languages.ts';

/** So much of a text is looked at, in UTF-16 units. */
const SAMPLE = 20_000;
/** A language in Latin or Cyrillic letters is named only when at least so many of its small words were met. */
const MINIMUM_WORDS = 3;
/** Kana among Han characters, beyond which a text is Japanese. */
const JAPANESE_SHARE = 0.05;

/** Scripts that decide by themselves. Han, Latin, Arabic and Cyrillic are looked at more closely. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
];
/** Letters that only some languages of a script have, the most telling first. */
const arabicLetters: readonly (readonly [string, RegExp])[] = [
  ['ur', /[ٹڈڑںے]/g],
  ['fa', /[پچژگ]/g],
];
const cyrillicLetters: readonly (readonly [string, RegExp])[] = [
  ['kk', /[әғқұһ]/gi],
  ['ky', /[ңөү]/gi],
  ['uk', /[іїєґ]/gi],
];
/** A letter of another language now and then is a name; one in so many is the language. */
const TELLING_SHARE = 1 / 100;

/**
 * The language of a text by its letters and small words, as BCP 47 says it; null where that does not settle it (few words,
 * or a language whose small words are not known here). Good enough to choose rules by, not to state as a fact.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const counts = scripts.map(([name, letters]) => ({ name, count: countOf(sample, letters) }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  if (most.count === 0) return null;
  switch (most.name) {
    case 'latin':
      return languageByWords(sample, (language) => language !== 'ru' && language !== 'uk');
    case 'cyrillic':
      return byTellingLetters(sample, most.count, cyrillicLetters) ?? languageByWords(sample, (name) => name === 'ru');
    case 'arabic':
      return byTellingLetters(sample, most.count, arabicLetters) ?? 'ar';
    case 'han':
      return countOf(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > most.count * JAPANESE_SHARE ? 'ja' : 'zh';
    default:
      return most.name;
  }
}

function countOf(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function byTellingLetters(
  sample: string,
  total: number,
  letters: readonly (readonly [string, RegExp])[],
): string | null {
  return letters.find(([, telling]) => countOf(sample, telling) > total * TELLING_SHARE)?.[0] ?? null;
}

function languageByWords(sample: string, isCandidate: (language: string) => boolean): string | null {
  const words = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
  let best: string | null = null;
  let most = MINIMUM_WORDS - 1;
  for (const [language, { functionWords }] of Object.entries(languages)) {
    if (!isCandidate(language)) continue;
    let count = 0;
    for (const word of functionWords) count += words.get(word) ?? 0;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
