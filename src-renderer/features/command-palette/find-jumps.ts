import fuzzysort, { type Prepared } from 'fuzzysort';

/** Something one can go to or do, by name. */
export interface JumpTarget {
  readonly kind: 'command' | 'source' | 'code' | 'memo';
  /** Unlike any other's and the same tomorrow: remembered of what was used last. */
  readonly key: string;
  readonly name: string;
  /** Where it belongs: a group, a folder, the codes above; empty where there is nothing to say. */
  readonly detail: string;
}

/** Names made ready to be searched; worth keeping as long as the targets stay the same. */
export interface PreparedJump<T extends JumpTarget> {
  readonly target: T;
  readonly name: Prepared;
  readonly detail: Prepared;
}

export interface FoundJump<T extends JumpTarget> {
  readonly target: T;
  /** Indexes into the name, ascending: what of it was typed. */
  readonly marks: readonly number[];
}

/** What was used lately is likelier to be wanted again; worth less than a better match. */
const RECENT_BONUS = 0.08;

export function prepareJumps<T extends JumpTarget>(targets: readonly T[]): PreparedJump<T>[] {
  return targets.map((target) => ({
    target,
    name: fuzzysort.prepare(target.name),
    detail: fuzzysort.prepare(`${target.detail} ${target.name}`),
  }));
}

/**
 * Best match first: by name, then by name and place together. Without a query what was used last, then all in the order
 * given.
 *
 * @param recent keys, the latest first
 * @param limit how many at most; a list is looked through, not read to its end
 */
export function findJumps<T extends JumpTarget>(
  jumps: readonly PreparedJump<T>[],
  query: string,
  recent: readonly string[],
  limit: number,
): FoundJump<T>[] {
  const trimmed = query.trim();
  if (trimmed === '') return withoutQuery(jumps, recent, limit);
  const isRecent = new Set(recent);
  const found = fuzzysort.go(trimmed, jumps, {
    keys: ['name', 'detail'],
    threshold: 0.3,
    scoreFn: (result) => {
      const [name, detail] = result;
      const best = Math.max(name?.score ?? 0, (detail?.score ?? 0) * 0.8);
      return best > 0 && isRecent.has(result.obj.target.key) ? best + RECENT_BONUS : best;
    },
    limit,
  });
  return found.map(({ obj, 0: name }) => ({
    target: obj.target,
    marks: name && name.score > 0 ? [...name.indexes].sort((a, b) => a - b) : [],
  }));
}

function withoutQuery<T extends JumpTarget>(
  jumps: readonly PreparedJump<T>[],
  recent: readonly string[],
  limit: number,
): FoundJump<T>[] {
  const places = new Map(recent.map((key, index) => [key, index]));
  const used = jumps.filter(({ target }) => places.has(target.key));
  used.sort((a, b) => (places.get(a.target.key) ?? 0) - (places.get(b.target.key) ?? 0));
  const others = jumps.filter(({ target }) => !places.has(target.key));
  return [...used, ...others].slice(0, limit).map(({ target }) => ({ target, marks: [] }));
}
