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

/** The records as they are after a change, those that were there in their order. */
export function applyFamily<R extends { readonly id: string }>(
  records: readonly R[],
  { added = [], updated = [], removed = [] }: FamilyChange<R> = {},
): R[] {
  const gone = new Set(removed.map(({ id }) => id));
  const now = new Map(updated.map(([, to]) => [to.id, to]));
  return [...records.filter(({ id }) => !gone.has(id)).map((record) => now.get(record.id) ?? record), ...added];
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
export function squash(changes: Iterable<Change>): Change {
  const sum = new ChangeSum();
  for (const change of changes) sum.add(change);
  return sum.change();
}

/** Changes squashed one by one, so that thousands need not be in memory at once. */
export class ChangeSum {
  readonly #families = new Map<FamilyName, Map<string, NetRecord>>();

  add(change: Change): void {
    for (const name of familyNames) {
      const family = change[name];
      if (!family) continue;
      let net = this.#families.get(name);
      if (!net) this.#families.set(name, (net = new Map()));
      addFamily(net, family);
    }
  }

  change(): Change {
    const result: Record<string, FamilyChange<AnyRecord>> = {};
    for (const [name, net] of this.#families) result[name] = netFamily(net.values());
    return result;
  }
}

interface AnyRecord {
  readonly id: string;
}

/** How a record was before the first change (null: not there) and how it is after the last. */
interface NetRecord {
  readonly from: AnyRecord | null;
  readonly to: AnyRecord | null;
}

function addFamily(net: Map<string, NetRecord>, { added, updated, removed }: FamilyChange<AnyRecord>): void {
  const note = (id: string, from: AnyRecord | null, to: AnyRecord | null): void => {
    net.set(id, { from: (net.get(id) ?? { from }).from, to });
  };
  for (const record of removed ?? []) note(record.id, record, null);
  for (const [from, to] of updated ?? []) note(to.id, from, to);
  for (const record of added ?? []) note(record.id, null, record);
}

function netFamily(records: Iterable<NetRecord>): FamilyChange<AnyRecord> {
  const added: AnyRecord[] = [];
  const updated: [AnyRecord, AnyRecord][] = [];
  const removed: AnyRecord[] = [];
  for (const { from, to } of records) {
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
