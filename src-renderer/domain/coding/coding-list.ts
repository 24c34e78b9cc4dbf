import type { CodeId, CoderId, Coding, SourceId } from '../project/records.ts';
import { compareCodings } from './coding-index.ts';
import { compareText } from '../project/compare-text.ts';

/** By what codings can be listed. */
export const codingOrders = ['place', 'code', 'newest', 'weight'] as const;
export type CodingOrder = (typeof codingOrders)[number];

/** What the records that codings point at are called. */
export interface CodingNames {
  readonly sourceName: (id: SourceId) => string;
  readonly codeName: (id: CodeId) => string;
  /** In the order of the codebook. */
  readonly codePlace: (id: CodeId) => number;
  readonly coderName: (id: CoderId) => string;
}

/** A copy in a certain order; what the order leaves open is in the order of the texts. Unweighed ones come last. */
export function sortCodings(codings: readonly Coding[], order: CodingOrder, names: CodingNames): Coding[] {
  const byPlace = (a: Coding, b: Coding): number =>
    (a.sourceId === b.sourceId
      ? 0
      : compareText(names.sourceName(a.sourceId), names.sourceName(b.sourceId)) ||
        compareText(a.sourceId, b.sourceId)) || compareCodings(a, b);
  const first: Record<CodingOrder, (a: Coding, b: Coding) => number> = {
    place: () => 0,
    code: (a, b) => names.codePlace(a.codeId) - names.codePlace(b.codeId),
    newest: (a, b) => compareText(b.createdAt, a.createdAt),
    weight: (a, b) => (b.weight ?? -1) - (a.weight ?? -1),
  };
  return codings.toSorted((a, b) => first[order](a, b) || byPlace(a, b));
}

/**
 * Those in which every word that was typed stands, be it as part of a word: in the quotation, the comment, or the name of
 * code, source or coder. Upper or lower case does not matter.
 */
export function findCodings(codings: readonly Coding[], words: string, names: CodingNames): readonly Coding[] {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return codings;
  return codings.filter(({ quote, memo, codeId, coderId, sourceId }) => {
    const all = [quote, memo, names.codeName(codeId), names.coderName(coderId), names.sourceName(sourceId)];
    const text = folded(all.join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
