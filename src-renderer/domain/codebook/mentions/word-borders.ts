/** Letters that are written without spaces between words: between them any place may be where a name ends. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;
const INSIDE_WORDS = /[\p{L}\p{M}\p{N}_]/u;
/** What belongs to the sign before it: accents, skin tones, joiners of emoji and of Persian words. */
const GOES_ON = /[\p{M}\p{Emoji_Modifier}\u200C\u200D]/u;

/** Whether what ends at a place, in UTF-16 units, ends there as a word does, and not within one. */
export function endsAWord(text: string, at: number): boolean {
  const next = codePointAt(text, at);
  if (next === '') return true;
  return !GOES_ON.test(next) && !(isSpacedWord(codePointBefore(text, at)) && isSpacedWord(next));
}

/** Whether no word is under way before a place: what comes is no part of an address. */
export function beginsAWord(text: string, at: number): boolean {
  return !isSpacedWord(codePointBefore(text, at));
}

function isSpacedWord(character: string): boolean {
  return INSIDE_WORDS.test(character) && !UNSPACED.test(character);
}

function codePointAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function codePointBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const unit = text.charCodeAt(at - 1);
  const isLowHalf = unit >= 0xdc00 && unit <= 0xdfff && at > 1;
  return isLowHalf ? text.slice(at - 2, at) : text.charAt(at - 1);
}
