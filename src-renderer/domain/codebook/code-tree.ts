import type { Code, CodeId } from '#domain/project/records.ts';
import { compareText } from '../project/compare-text.ts';

/** What stands between the names of a path, here and in every table. */
export const PATH_SEPARATOR = ' > ';

/** A code as a line of the codebook. */
export interface CodeRow {
  readonly code: Code;
  /** 0 for a root. */
  readonly depth: number;
}

interface Place {
  readonly parentId: CodeId | null;
  readonly path: string;
  /** Index in `rows`. */
  readonly row: number;
  /** Index in `rows` after the last descendant. */
  readonly end: number;
}

/**
 * The codes of a project as a tree, read-only. Codes whose parent is missing and codes on a circle of parents count as
 * roots: every code appears exactly once, whatever an import or a merge has left behind.
 */
export class CodeTree {
  /** All codes, depth first: parents before children, siblings by position, then name, then id. */
  readonly rows: readonly CodeRow[];
  readonly #children: ReadonlyMap<CodeId | null, readonly Code[]>;
  readonly #places: ReadonlyMap<CodeId, Place>;

  constructor(children: ReadonlyMap<CodeId | null, readonly Code[]>) {
    this.#children = children;
    const { rows, places } = walk(children);
    this.rows = rows;
    this.#places = places;
  }

  get roots(): readonly Code[] {
    return this.childrenOf(null);
  }

  /** All codes in the order of `rows`. */
  codes(): Code[] {
    return this.rows.map((row) => row.code);
  }

  has(id: CodeId): boolean {
    return this.#places.has(id);
  }

  get(id: CodeId): Code | undefined {
    const place = this.#places.get(id);
    return place && this.rows[place.row]?.code;
  }

  /** Children in order; of `null` the roots. */
  childrenOf(id: CodeId | null): readonly Code[] {
    return this.#children.get(id) ?? [];
  }

  /** The parent in this tree: null for a root, also where the record names a parent that cannot be one. */
  parentOf(id: CodeId): CodeId | null {
    return this.#places.get(id)?.parentId ?? null;
  }

  /** Names from the root to the code, joined by ` > `; empty for an unknown code. */
  pathOf(id: CodeId): string {
    return this.#places.get(id)?.path ?? '';
  }

  /** Everything below the code, depth first, without the code itself. */
  descendantsOf(id: CodeId): Code[] {
    const place = this.#places.get(id);
    return place ? this.rows.slice(place.row + 1, place.end).map((row) => row.code) : [];
  }

  /** True for the code itself and for all its descendants. */
  isInside(id: CodeId, ancestorId: CodeId): boolean {
    const place = this.#places.get(id);
    const ancestor = this.#places.get(ancestorId);
    return !!place && !!ancestor && place.row >= ancestor.row && place.row < ancestor.end;
  }
}

export function buildCodeTree(codes: Iterable<Code>): CodeTree {
  const byId = new Map<CodeId, Code>();
  for (const code of codes) byId.set(code.id, code);
  const strays = findStrays(byId);
  const children = new Map<CodeId | null, Code[]>();
  for (const code of byId.values()) {
    const parentId = strays.has(code.id) ? null : code.parentId;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(code);
    else children.set(parentId, [code]);
  }
  for (const siblings of children.values()) siblings.sort(compareSiblings);
  return new CodeTree(children);
}

/** Order by position, then name, then id; by code units, so that it is the same on every machine. */
function compareSiblings(a: Code, b: Code): number {
  return a.position - b.position || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Codes whose parent is missing, and those that are their own ancestor. */
function findStrays(byId: ReadonlyMap<CodeId, Code>): Set<CodeId> {
  const strays = new Set<CodeId>();
  const settled = new Set<CodeId>();
  for (const code of byId.values()) {
    const trail = new Set<CodeId>();
    let current: Code | undefined = code;
    while (current && !settled.has(current.id) && !trail.has(current.id)) {
      trail.add(current.id);
      if (current.parentId === null) break;
      const parent = byId.get(current.parentId);
      if (!parent) strays.add(current.id);
      current = parent;
    }
    // Back on its own trail: all from here on are on the circle.
    if (current && trail.has(current.id) && current.parentId !== null) {
      let isOnCircle = false;
      for (const id of trail) if ((isOnCircle ||= id === current.id)) strays.add(id);
    }
    for (const id of trail) settled.add(id);
  }
  return strays;
}

/** Depth first without recursion: a chain of thousands of codes must not exhaust the stack. */
function walk(children: ReadonlyMap<CodeId | null, readonly Code[]>): { rows: CodeRow[]; places: Map<CodeId, Place> } {
  const rows: CodeRow[] = [];
  const places = new Map<CodeId, Place & { end: number }>();
  interface Level {
    readonly parentId: CodeId | null;
    readonly path: string;
    readonly codes: readonly Code[];
    next: number;
  }
  const levels: Level[] = [{ parentId: null, path: '', codes: children.get(null) ?? [], next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const code = level.codes[level.next++];
    if (code) {
      const path = level.parentId === null ? code.name : level.path + PATH_SEPARATOR + code.name;
      places.set(code.id, { parentId: level.parentId, path, row: rows.length, end: rows.length + 1 });
      rows.push({ code, depth: levels.length - 1 });
      levels.push({ parentId: code.id, path, codes: children.get(code.id) ?? [], next: 0 });
    } else {
      const place = level.parentId !== null && places.get(level.parentId);
      if (place) place.end = rows.length;
      levels.pop();
    }
  }
  return { rows, places };
}
