/** A piece of a text and whether the other text has it, too. */
export interface WordPiece {
  readonly text: string;
  readonly isShared: boolean;
}

export interface WordDifference {
  readonly before: readonly WordPiece[];
  readonly after: readonly WordPiece[];
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Beyond so many pairs of words the middle of two texts is shown as another one: nobody would read it word by word. */
const MOST_PAIRS = 4_000_000;

/**
 * What two texts share, word by word, in any script: the longest sequence of words they have in common. The pieces of either
 * side make up the whole text; pieces next to each other differ in whether they are shared.
 */
export function compareWords(before: string, after: string): WordDifference {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = sharedBetween(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const isShared = (count: number, inMiddle: ReadonlySet<number>) => (index: number) =>
    index < start || index >= count - end || inMiddle.has(index - start);
  return {
    before: piecesOf(a, isShared(a.length, middle.inA)),
    after: piecesOf(b, isShared(b.length, middle.inB)),
  };
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Indexes of a longest common subsequence in either list. */
function sharedBetween(
  a: readonly string[],
  b: readonly string[],
): { readonly inA: Set<number>; readonly inB: Set<number> } {
  const [inA, inB] = [new Set<number>(), new Set<number>()];
  if (a.length * b.length === 0 || a.length * b.length > MOST_PAIRS) return { inA, inB };
  const width = b.length + 1;
  // The length of what the rests from here on share.
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      inA.add(i++);
      inB.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { inA, inB };
}

function piecesOf(list: readonly string[], isShared: (index: number) => boolean): WordPiece[] {
  const pieces: { text: string; isShared: boolean }[] = [];
  for (const [index, text] of list.entries()) {
    // White space between two words that are not shared belongs to them: words read as one run, not as crumbs.
    const isBetween =
      text.trim() === '' && index > 0 && !isShared(index - 1) && index + 1 < list.length && !isShared(index + 1);
    const is = isShared(index) && !isBetween;
    const last = pieces.at(-1);
    if (last?.isShared === is) last.text += text;
    else pieces.push({ text, isShared: is });
  }
  return pieces;
}
