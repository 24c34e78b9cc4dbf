import type { CodeId, CodeSet } from '#domain/project/records.ts';
import type { CodebookState } from './codebook-versions.ts';

/** What happened to one set between two states of a codebook. `set` is the later state, of a lost one the earlier. */
export type SetDifference =
  | { readonly kind: 'setAdded'; readonly set: CodeSet; readonly codes: number }
  | { readonly kind: 'setRemoved'; readonly set: CodeSet }
  | { readonly kind: 'setRenamed'; readonly set: CodeSet; readonly before: string }
  | { readonly kind: 'setDescribed'; readonly set: CodeSet; readonly before: string }
  /** The names of the codes that came into it and left it. */
  | {
      readonly kind: 'setChanged';
      readonly set: CodeSet;
      readonly entered: readonly string[];
      readonly left: readonly string[];
    };

type State = Pick<CodebookState, 'codes' | 'sets'>;

/**
 * What changed between the sets of two states of a codebook. A set is the same when its id is. A code that is gone has not left
 * the sets it was in: that it is gone is said of itself.
 */
export function compareSets(before: State, after: State): SetDifference[] {
  const earlier = new Map(before.sets.map((set) => [set.id, set]));
  const later = new Set(after.sets.map(({ id }) => id));
  const then = new Map(before.codes.map((code) => [code.id, code]));
  const now = new Map(after.codes.map((code) => [code.id, code]));
  const namesOf = (ids: readonly CodeId[]): string[] => ids.flatMap((id) => now.get(id)?.name ?? []);
  const found = after.sets.flatMap((set): SetDifference[] => {
    const was = earlier.get(set.id);
    if (!was) return [{ kind: 'setAdded', set, codes: namesOf(set.codeIds).length }];
    const wasIn = (id: CodeId): boolean => was.codeIds.includes(id) && then.has(id);
    const entered = namesOf(set.codeIds.filter((id) => !wasIn(id)));
    const left = namesOf(was.codeIds.filter((id) => wasIn(id) && !set.codeIds.includes(id)));
    return [
      ...(was.name === set.name ? [] : [{ kind: 'setRenamed', set, before: was.name } as const]),
      ...(was.description === set.description ? [] : [{ kind: 'setDescribed', set, before: was.description } as const]),
      ...(entered.length + left.length === 0 ? [] : [{ kind: 'setChanged', set, entered, left } as const]),
    ];
  });
  const gone = before.sets.filter(({ id }) => !later.has(id));
  return [...found, ...gone.map((set) => ({ kind: 'setRemoved', set }) as const)];
}
