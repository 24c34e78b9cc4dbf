import { decode } from './decode.ts';

// Letters, marks, digits, punctuation, symbols and white space that text is made of.
const TEXT = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\n\r]/gu;

/** How far characters of one alphabet lie apart at most, in blocks of 256; what is more is noise that happens to be letters. */
const MOST_BLOCKS = 6;
const ENOUGH_UNITS = 4096;

/** The share of well-formed text in one or two alphabets: real text is near 1, bytes of something else far below. */
function plausibility(text: string): number {
  if (text === '' || !text.isWellFormed()) return 0;
  const characters = text.match(TEXT)?.length ?? 0;
  const blocks = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    // The ideographs fill eighty blocks and count as one.
    const block = text.charCodeAt(at) >> 8;
    const family = block >= 0x4e && block <= 0x9f ? 0x4e : block >= 0xac && block <= 0xd7 ? 0xac : block;
    blocks.set(family, (blocks.get(family) ?? 0) + 1);
  }
  const commonest = [...blocks.values()].sort((one, other) => other - one).slice(0, MOST_BLOCKS);
  const inFew = commonest.reduce((sum, count) => sum + count, 0);
  return (characters / text.length) * (inFew / text.length);
}

/** What stands at every second byte: the upper halves are alike within an alphabet, and 0 for Latin letters and spaces. */
function halvesAt(bytes: Buffer, offset: 0 | 1): { zeros: number; distinct: number } {
  const values = new Set<number>();
  let zeros = 0;
  for (let at = offset; at < bytes.length; at += 2) {
    values.add(bytes[at] ?? 0);
    if (bytes[at] === 0) zeros += 1;
  }
  return { zeros, distinct: values.size };
}

/**
 * UTF-16 without a mark, known by the zeros on one side only or, where no space is among the letters, by the side that hardly
 * changes. Asked only where there are bytes that no other text has.
 */
export function unmarkedUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 2 || sample.length % 2 !== 0) return null;
  const head = sample.subarray(0, ENOUGH_UNITS * 2);
  const [first, second] = [halvesAt(head, 0), halvesAt(head, 1)];
  // A few low halves are 0 too, as in emoji.
  if (Math.min(first.zeros, second.zeros) * 4 > Math.max(first.zeros, second.zeros)) return null;
  const isLittleEndian = first.zeros === second.zeros ? second.distinct <= first.distinct : second.zeros > first.zeros;
  const encoding = isLittleEndian ? 'utf-16le' : 'utf-16be';
  return plausibility(decode(head, encoding)) > 0.9 ? encoding : null;
}
