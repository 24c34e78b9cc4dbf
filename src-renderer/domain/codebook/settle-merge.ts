import type { Code, CodeId } from '#domain/project/records.ts';
import { nameKey } from './code-name.ts';
import { buildCodeTree } from './code-tree.ts';

/** What had to give way so that a merge leaves a tree without namesakes. `code` is as it is afterwards. */
export interface Adjustment {
  /** Its name got a number; it lost its key to another; its parent is not here, or stood below it. */
  readonly kind: 'numbered' | 'keyLost' | 'raised';
  readonly code: Code;
  /** The name or the key that was wanted; empty for `raised`. */
  readonly wanted: string;
}

/**
 * Makes a tree of codes from two sides again: no lost parents, no circles, no namesakes side by side, no key twice. What was
 * here and stays as it is keeps its name and its key; what comes, from them or from elsewhere in the tree, gives way.
 *
 * @param after changed in place
 * @param before the codes of ours
 * @param parentsOfTheirs where they have a code, by ids as they are called here
 */
export function settleMerge(
  after: Map<CodeId, Code>,
  before: ReadonlyMap<CodeId, Code>,
  parentsOfTheirs: ReadonlyMap<CodeId, CodeId | null>,
): Adjustment[] {
  const raised = settleParents(after, before, parentsOfTheirs);
  const numbered = settleNames(after, before);
  const keyless = settleKeys(after, before);
  const now = (id: CodeId): Code[] => [after.get(id)].filter((code) => code !== undefined);
  return [
    ...[...numbered].flatMap(([id, wanted]) => now(id).map((code) => ({ kind: 'numbered' as const, code, wanted }))),
    ...raised.flatMap((id) => now(id).map((code) => ({ kind: 'raised' as const, code, wanted: '' }))),
    ...[...keyless].flatMap(([id, wanted]) => now(id).map((code) => ({ kind: 'keyLost' as const, code, wanted }))),
  ];
}

/** @returns the codes that do not stand where they were wanted */
function settleParents(
  after: Map<CodeId, Code>,
  before: ReadonlyMap<CodeId, Code>,
  parentsOfTheirs: ReadonlyMap<CodeId, CodeId | null>,
): CodeId[] {
  const raised = new Set<CodeId>();
  for (const code of after.values()) {
    const parentId = nearestThere(code.parentId, after, before, parentsOfTheirs);
    if (parentId === code.parentId) continue;
    after.set(code.id, { ...code, parentId });
    raised.add(code.id);
  }
  // On a circle each side has moved something. What they have decided was taken on purpose: there all stand as with them.
  const theirPlace = (id: CodeId): CodeId | null | undefined =>
    parentsOfTheirs.has(id) ? nearestThere(parentsOfTheirs.get(id) ?? null, after, before, parentsOfTheirs) : undefined;
  for (const place of [theirPlace, () => null]) {
    for (const code of buildCodeTree(after.values()).roots) {
      const parentId = code.parentId === null ? undefined : place(code.id);
      if (parentId === undefined || parentId === code.parentId) continue;
      after.set(code.id, { ...code, parentId });
      raised.add(code.id);
    }
  }
  return [...raised];
}

/** The parent itself or, if it has gone, the next one above it that is there. */
function nearestThere(
  id: CodeId | null,
  after: ReadonlyMap<CodeId, Code>,
  before: ReadonlyMap<CodeId, Code>,
  parentsOfTheirs: ReadonlyMap<CodeId, CodeId | null>,
): CodeId | null {
  const seen = new Set<CodeId>();
  let at = id;
  while (at !== null && !after.has(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
    const own = before.get(at);
    at = own ? own.parentId : (parentsOfTheirs.get(at) ?? null);
  }
  return at;
}

/** @returns the names that were wanted, of codes that have a number now */
function settleNames(after: Map<CodeId, Code>, before: ReadonlyMap<CodeId, Code>): Map<CodeId, string> {
  const taken = new Set<string>();
  const keyOf = (name: string, parentId: CodeId | null): string => `${parentId ?? ''}\n${nameKey(name)}`;
  const isAtHome = ({ id, name, parentId }: Code): boolean => {
    const was = before.get(id);
    return was?.name === name && was.parentId === parentId;
  };
  const rows = buildCodeTree(after.values()).codes();
  for (const code of rows) if (isAtHome(code)) taken.add(keyOf(code.name, code.parentId));
  const wanted = new Map<CodeId, string>();
  for (const code of rows) {
    if (isAtHome(code)) continue;
    let { name } = code;
    for (let number = 2; taken.has(keyOf(name, code.parentId)); number++) name = `${code.name} (${number})`;
    taken.add(keyOf(name, code.parentId));
    if (name === code.name) continue;
    wanted.set(code.id, code.name);
    after.set(code.id, { ...code, name });
  }
  return wanted;
}

/** @returns the keys that were wanted, of codes that have none now */
function settleKeys(after: Map<CodeId, Code>, before: ReadonlyMap<CodeId, Code>): Map<CodeId, string> {
  const wanted = new Map<CodeId, string>();
  const taken = new Set<string>();
  const isOurs = ({ id, shortcut }: Code): boolean => before.get(id)?.shortcut === shortcut;
  const rows = buildCodeTree(after.values()).codes();
  for (const code of [...rows.filter(isOurs), ...rows.filter((each) => !isOurs(each))]) {
    const { shortcut } = code;
    if (shortcut === '') continue;
    if (taken.has(shortcut)) {
      wanted.set(code.id, shortcut);
      after.set(code.id, { ...code, shortcut: '' });
    }
    taken.add(shortcut);
  }
  return wanted;
}
