// Scripts written without spaces: each character counts as a word, as word processors do.
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /^[\p{L}\p{N}]/u;
const SPACE = /^\s/;

// 0 is a unit not asked about yet.
const OTHER = 1;
const WORDLIKE = 2;
const BLANK = 3;
const WORD_BY_ITSELF = 4;

/** What each UTF-16 unit is, found out once: asking the regular expressions for every letter took about five times as long on thirteen megabytes. */
const kinds = new Uint8Array(0x10000);

/**
 * Words as word processors count them: runs between white space that hold a letter or digit, and every character of a
 * script written without spaces. No segmenter, since import counts the words of a thousand articles.
 */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length;
    const kind = isPair ? kindOf(text.slice(at, at + 2)) : kinds[unit] || learn(unit);
    if (isPair) at++;
    if (kind === BLANK) isInWord = false;
    else if (kind === WORD_BY_ITSELF) {
      count++;
      isInWord = false;
    } else if (kind === WORDLIKE && !isInWord) {
      count++;
      isInWord = true;
    }
  }
  return count;
}

function learn(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (SPACE.test(character)) return BLANK;
  if (UNSPACED.test(character)) return WORD_BY_ITSELF;
  return LETTER.test(character) ? WORDLIKE : OTHER;
}
