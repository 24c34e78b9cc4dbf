import type { CodeId, CodeSet } from '#domain/project/records.ts';
import { nameKey } from './code-name.ts';

/** A set of somebody else's codebook, with their own ids. */
export interface TheirSet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly codeIds: readonly string[];
}

/** What they changed of a set and what stays as it is here: we changed the same, or have removed it. */
export interface SetLeft {
  readonly kind: 'setNameLeft' | 'setDescriptionLeft' | 'setKept' | 'setGone';
  readonly name: string;
  /** What they have; empty for a set that is here or there no more. */
  readonly theirs: string;
}

export interface SetsMerge {
  readonly updated: readonly (readonly [from: CodeSet, to: CodeSet])[];
  readonly removed: readonly CodeSet[];
  readonly left: readonly SetLeft[];
  /** Sets of theirs that the common state has not: they come in as from any file. */
  readonly fresh: readonly TheirSet[];
}

export interface SetSides {
  readonly base: readonly CodeSet[];
  readonly ours: readonly CodeSet[];
  /** None: their file holds no sets, and tells nothing of them. */
  readonly theirs: readonly TheirSet[];
}

/**
 * Merges sets of codes with their common state: codes they have put in come in, codes they have taken out go, a name or a
 * description follows where we have left it alone. A set is found by its id, else by its name.
 *
 * @param idHere what a code of theirs is called here
 * @param hasTheirs whether they have a code, by its id here; one that is gone with them has not been taken out of a set
 */
export function mergeSets(
  { base, ours, theirs }: SetSides,
  idHere: (id: string) => CodeId | undefined,
  hasTheirs: (id: CodeId) => boolean,
  now: string,
): SetsMerge {
  const updated: (readonly [CodeSet, CodeSet])[] = [];
  const removed: CodeSet[] = [];
  const left: SetLeft[] = [];
  const known = new Set<TheirSet>();
  if (theirs.length === 0) return { updated, removed, left, fresh: [] };
  for (const was of base) {
    const there = findSet(theirs, was);
    const here = ours.find(({ id }) => id === was.id);
    if (there) known.add(there);
    if (here && there) {
      const merged = mergeSet({ was, here, there }, idHere, hasTheirs, left, ours);
      if (!isSameSet(merged, here)) updated.push([here, { ...merged, modifiedAt: now }]);
    } else if (here) {
      if (isSameSet(was, here)) removed.push(here);
      else left.push({ kind: 'setKept', name: here.name, theirs: '' });
    } else if (there) {
      const members = there.codeIds.flatMap((id) => idHere(id) ?? []);
      const isChanged = !isSameSet(was, { ...was, name: there.name, description: there.description, codeIds: members });
      if (isChanged) left.push({ kind: 'setGone', name: there.name, theirs: '' });
    }
  }
  return { updated, removed, left, fresh: theirs.filter((set) => !known.has(set)) };
}

function mergeSet(
  { was, here, there }: { readonly was: CodeSet; readonly here: CodeSet; readonly there: TheirSet },
  idHere: (id: string) => CodeId | undefined,
  hasTheirs: (id: CodeId) => boolean,
  left: SetLeft[],
  ours: readonly CodeSet[],
): CodeSet {
  const members = there.codeIds.flatMap((id) => idHere(id) ?? []);
  const entered = members.filter((id) => !was.codeIds.includes(id) && !here.codeIds.includes(id));
  const gone = new Set(was.codeIds.filter((id) => !members.includes(id) && hasTheirs(id)));
  const codeIds = [...here.codeIds.filter((id) => !gone.has(id)), ...new Set(entered)];
  const merged: { -readonly [K in keyof CodeSet]: CodeSet[K] } = { ...here, codeIds };
  for (const field of ['name', 'description'] as const) {
    if (there[field] === was[field] || there[field] === here[field]) continue;
    const key = nameKey(there.name);
    const isTaken = field === 'name' && ours.some(({ id, name }) => id !== here.id && nameKey(name) === key);
    if (here[field] === was[field] && !isTaken) merged[field] = there[field];
    else
      left.push({
        kind: field === 'name' ? 'setNameLeft' : 'setDescriptionLeft',
        name: here.name,
        theirs: there[field],
      });
  }
  return merged;
}

function findSet(sets: readonly TheirSet[], { id, name }: CodeSet): TheirSet | undefined {
  return sets.find((set) => set.id === id) ?? sets.find((set) => nameKey(set.name) === nameKey(name));
}

function isSameSet(a: CodeSet, b: CodeSet): boolean {
  const membersOf = ({ codeIds }: CodeSet): string => codeIds.toSorted().join();
  return a.name === b.name && a.description === b.description && membersOf(a) === membersOf(b);
}
