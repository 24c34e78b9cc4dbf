import type { Code } from '#domain/project/records.ts';

/** From here on two codes are worth proposing as the same. */
export const SIMILAR_FROM = 0.6;
const NAME_WEIGHT = 0.65;

/**
 * How likely two codes mean the same, 0 to 1: by the pairs of letters their names and definitions share (Dice's coefficient,
 * 2·|A∩B| / (|A|+|B|), over bigrams). Where one has no definition only the names speak. Accents and case make no difference.
 */
export function codeSimilarity(a: Pick<Code, 'name' | 'definition'>, b: Pick<Code, 'name' | 'definition'>): number {
  const byName = dice(bigrams(a.name), bigrams(b.name));
  if (a.definition.trim() === '' || b.definition.trim() === '') return byName;
  return NAME_WEIGHT * byName + (1 - NAME_WEIGHT) * dice(bigrams(a.definition), bigrams(b.definition));
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [sizeOfA, sizeOfB] = [sum(a), sum(b)];
  if (sizeOfA + sizeOfB === 0) return 1;
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return (2 * shared) / (sizeOfA + sizeOfB);
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function bigrams(text: string): Map<string, number> {
  // A word's edges count as letters, so that short words and single signs have pairs, too.
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const counts = new Map<string, number>();
  for (const word of words ?? []) {
    const letters = Array.from(` ${word} `);
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = `${letters[at]}${letters[at + 1]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}
