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
  const lines = text.includes('\u0A00') || text.includes('\u0D00') || text.includes('\u2000 ') ? 0.5 : 1;
  return (characters / text.length) * (inFew / text.length) * lines;
}

/**
 * UTF-16 without a mark, known by its zeros: every second byte of a Latin letter, a space or a line end is 0, on one side
 * only. Asked only where there are bytes that no other text has.
 */
export function unmarkedUtf16(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  const units = sample.length >> 1;
  if (units === 0 || sample.length % 2 !== 0) return null;
  const head = sample.subarray(0, Math.min(units, ENOUGH_UNITS) * 2);
  const rated = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    rating: plausibility(decode(head, encoding)),
  }));
  const best = rated.sort((one, other) => other.rating - one.rating)[0];
  return best !== undefined && best.rating > 0.9 ? best.encoding : null;
}
