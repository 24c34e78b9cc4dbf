/** Marks that close a clause where white space follows (`1,000` and `10:30` have none). */
const SPACED = ',;:،؛·\u0387፣፤፥՝߸၊៖';
/** Marks of scripts that set no space after them. */
const UNSPACED = '、，；：､﹐﹑﹔﹕';
const CLOSERS = `"'”’»›)\\]」』）】》〉`;
/** An em dash anywhere between words; shorter ones only between spaces, since `1990–1995` and `well-being` are one. */
const DASHES = String.raw`[—―]+\s*|(?<=\s)[–-]{1,2}\s+`;
/** Thai, Lao, Khmer and Burmese put spaces between clauses and no marks. */
const WITHOUT_MARKS = String.raw`[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const BORDER = new RegExp(
  [
    `[${SPACED}][${CLOSERS}]*\\s+`,
    `[${UNSPACED}][${CLOSERS}]*\\s*`,
    DASHES,
    `(?<=${WITHOUT_MARKS})\\s+(?=${WITHOUT_MARKS})`,
  ].join('|'),
  'gu',
);
const LOOSE = /[\s—―–-]/;

/**
 * Where the clauses of a sentence begin, in UTF-16 units from the sentence's start; the first is 0. A clause ends after a
 * comma, semicolon, colon or dash of whatever script, and takes the space after it along.
 */
export function clauseStarts(sentence: string): number[] {
  const starts = [0];
  const body = sentence.trimEnd().length;
  for (const match of sentence.matchAll(BORDER)) {
    const end = match.index + match[0].length;
    // Nothing may come before the first mark but space, and something must come after the last.
    if (end < body && sentence.slice(starts[starts.length - 1], match.index).trim() !== '') starts.push(end);
  }
  return starts;
}

/** A clause's length without the dash and space that part it from the next one. */
export function clauseLength(clause: string): number {
  const body = clause.trimEnd().length;
  let length = body;
  while (length > 0 && LOOSE.test(clause.charAt(length - 1))) length--;
  return length || body;
}
