/** Longer names are no names; a name this long still stands in one line of the codebook. */
const LONGEST = 60;

/**
 * The name of a code in the words of the text: white space made single, quotation marks and stops at the edges gone, and
 * what is too long cut after a word, with an ellipsis. Empty where there are no words.
 */
export function inVivoName(words: string): string {
  const tidy = words
    .replace(/\s+/gu, ' ')
    .replace(/^[\p{P}\s]+/u, '')
    .replace(/[\p{P}\s]+$/u, '');
  const graphemes = Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(tidy));
  if (graphemes.length <= LONGEST) return tidy;
  const cut = tidy.slice(0, graphemes[LONGEST - 1]?.index ?? tidy.length);
  const afterWord = cut.lastIndexOf(' ');
  // Scripts without spaces, and words as long as that, are cut where they are.
  const kept = afterWord > cut.length / 2 ? cut.slice(0, afterWord) : cut;
  return `${kept.replace(/[\p{P}\s]+$/u, '')}…`;
}
