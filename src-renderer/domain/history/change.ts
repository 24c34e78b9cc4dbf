import { familyNames, type FamilyName, type RecordFamilies } from '#domain/project/records.ts';

/** What happens to one family of records. An id stands in at most one of the three lists. */
export interface FamilyChange<R> {
  readonly added?: readonly R[];
  /** Pairs of the record as it was and as it is now. */
  readonly updated?: readonly (readonly [from: R, to: R])[];
  readonly removed?: readonly R[];
}

/**
 * The one currency of doing, undoing, previewing and storing: whole records before and after, per family. Commands return
 * it and never write.
 */
export type Change = { readonly [F in FamilyName]?: FamilyChange<RecordFamilies[F]> };

/** The change that takes `change` back. `invert(invert(c))` equals `c`. */
export function invert(change: Change): Change {
  return mapFamilies(change, (family) => ({
    ...(family.removed && { added: family.removed }),
    ...(family.updated && { updated: family.updated.map(([from, to]) => [to, from] as const) }),
    ...(family.added && { removed: family.added }),
  }));
}

/** True when nothing would happen. */
export function isEmpty(change: Change): boolean {
  return familyNames.every((name) => {
    const family = change[name];
    return !family || !(family.added?.length || family.updated?.length || family.removed?.length);
  });
}

/** How many records are added, updated or removed. */
export function sizeOf(change: Change): number {
  let size = 0;
  for (const name of familyNames) {
    const family = change[name];
    size += (family?.added?.length ?? 0) + (family?.updated?.length ?? 0) + (family?.removed?.length ?? 0);
  }
  return size;
}

/** One change that does what `changes` do one after the other; what is added and removed again leaves no trace. */
export function squash(changes: readonly Change[]): Change {
  const result: Record<string, FamilyChange<{ id: string }>> = {};
  for (const name of familyNames) {
    const families = changes.flatMap((change) => change[name] ?? []) as FamilyChange<{ id: string }>[];
    if (families.length > 0) result[name] = squashFamily(families);
  }
  return result;
}

function squashFamily<R extends { readonly id: string }>(families: readonly FamilyChange<R>[]): FamilyChange<R> {
  // Per id: how the record was before the first change (null: not there) and how it is after the last.
  const net = new Map<string, { from: R | null; to: R | null }>();
  const note = (id: string, from: R | null, to: R | null): void => {
    net.set(id, { from: (net.get(id) ?? { from }).from, to });
  };
  for (const { added, updated, removed } of families) {
    for (const record of removed ?? []) note(record.id, record, null);
    for (const [from, to] of updated ?? []) note(to.id, from, to);
    for (const record of added ?? []) note(record.id, null, record);
  }
  const added: R[] = [];
  const updated: [R, R][] = [];
  const removed: R[] = [];
  for (const { from, to } of net.values()) {
    if (from && to) updated.push([from, to]);
    else if (to) added.push(to);
    else if (from) removed.push(from);
  }
  return { added, updated, removed };
}

function mapFamilies(
  change: Change,
  map: (family: FamilyChange<{ id: string }>) => FamilyChange<{ id: string }>,
): Change {
  const result: Record<string, unknown> = {};
  for (const name of familyNames) {
    const family = change[name];
    if (family) result[name] = map(family);
  }
  return result;
}
