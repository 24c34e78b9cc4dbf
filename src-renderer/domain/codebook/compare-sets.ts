import type { CodeSet } from '#domain/project/records.ts';

/** What happened to one set between two states of a codebook. `set` is the later state, of a lost one the earlier. */
export type SetDifference =
  | { readonly kind: 'setAdded'; readonly set: CodeSet }
  | { readonly kind: 'setRemoved'; readonly set: CodeSet }
  | { readonly kind: 'setRenamed'; readonly set: CodeSet; readonly before: string }
  /** How many codes came into it and left it. */
  | { readonly kind: 'setChanged'; readonly set: CodeSet; readonly entered: number; readonly left: number };

/** What changed between the sets of two states of a codebook. A set is the same when its id is. */
export function compareSets(before: readonly CodeSet[], after: readonly CodeSet[]): SetDifference[] {
  const earlier = new Map(before.map((set) => [set.id, set]));
  const later = new Set(after.map(({ id }) => id));
  const found = after.flatMap((set): SetDifference[] => {
    const was = earlier.get(set.id);
    if (!was) return [{ kind: 'setAdded', set }];
    const entered = set.codeIds.filter((id) => !was.codeIds.includes(id)).length;
    const left = was.codeIds.filter((id) => !set.codeIds.includes(id)).length;
    return [
      ...(was.name === set.name ? [] : [{ kind: 'setRenamed', set, before: was.name } as const]),
      ...(entered + left === 0 ? [] : [{ kind: 'setChanged', set, entered, left } as const]),
    ];
  });
  const gone = before.filter(({ id }) => !later.has(id));
  return [...found, ...gone.map((set) => ({ kind: 'setRemoved', set }) as const)];
}
