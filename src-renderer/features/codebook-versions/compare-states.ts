import { compareCodebooks } from '#domain/codebook/compare-codebooks.ts';
import { compareSets } from '#domain/codebook/compare-sets.ts';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import { compareIntroductions } from '#domain/codebook/introduction.ts';
import type { Difference } from './difference-text.ts';

/** All that changed between two states of the codebook, in the order of the page. */
export function compareStates(before: CodebookState, after: CodebookState): Difference[] {
  return [
    ...compareIntroductions(before, after),
    ...compareCodebooks(before.codes, after.codes),
    ...compareSets(before, after),
  ];
}
