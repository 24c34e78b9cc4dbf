import type { Code } from '#domain/project/records.ts';

/** From here on two codes are worth proposing as the same. */
const SIMILAR_FROM = 0.6;
const NAME_WEIGHT = 0.65;

type Words = Pick<Code, 'name' | 'definition'>;

export interface AlikePair<A, B> {
  readonly a: A;
  readonly b: B;
  readonly similarity: number;
}

/**
 * All pairs of one of `as` and one of `bs` that may well mean the same, with how likely that is, 0 to 1: by the pairs of letters
 * their names and definitions share (Dice's coefficient, 2·|A∩B| / (|A|+|B|), over bigrams). Where one has no definition only the
 * names speak. Accents and case make no difference. The likest first, those alike in the order they came in. Names that
 * share no pair of letters are not looked at: of two lists of thousands that leaves few.
 */
export function alikePairs<A extends Words, B extends Words>(as: readonly A[], bs: readonly B[]): AlikePair<A, B>[] {
  const portraits = bs.map(portraitOf);
  const byPair = new Map<string, number[]>();
  for (const [index, { name }] of portraits.entries())
    for (const pair of name.keys()) {
      const indexes = byPair.get(pair);
      if (indexes) indexes.push(index);
      else byPair.set(pair, [index]);
    }
  const pairs: AlikePair<A, B>[] = [];
  for (const a of as) {
    const portrait = portraitOf(a);
    const shared = new Map<number, number>();
    for (const [pair, count] of portrait.name)
      for (const index of byPair.get(pair) ?? [])
        shared.set(index, (shared.get(index) ?? 0) + Math.min(count, portraits[index]?.name.get(pair) ?? 0));
    for (const [index, count] of [...shared].sort(([x], [y]) => x - y)) {
      const [b, other] = [bs[index], portraits[index]];
      if (b === undefined || other === undefined) continue;
      const byName = (2 * count) / (portrait.nameSize + other.nameSize);
      // Even the same definition would not make up for it.
      if (NAME_WEIGHT * byName + 1 - NAME_WEIGHT < SIMILAR_FROM) continue;
      const similarity = likeness(portrait, other, byName);
      if (similarity >= SIMILAR_FROM) pairs.push({ a, b, similarity });
    }
  }
  return pairs.sort((x, y) => y.similarity - x.similarity);
}

interface Portrait {
  readonly name: ReadonlyMap<string, number>;
  readonly nameSize: number;
  readonly definition: ReadonlyMap<string, number> | null;
}

function portraitOf({ name, definition }: Words): Portrait {
  const pairs = bigrams(name);
  return { name: pairs, nameSize: sum(pairs), definition: definition.trim() === '' ? null : bigrams(definition) };
}

function likeness(a: Portrait, b: Portrait, byName: number): number {
  if (!a.definition || !b.definition) return byName;
  return NAME_WEIGHT * byName + (1 - NAME_WEIGHT) * dice(a.definition, b.definition);
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
