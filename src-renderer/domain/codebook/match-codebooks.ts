import type { Code, CodeId } from '#domain/project/records.ts';
import { nameKey } from './code-name.ts';
import { alikePairs } from './code-similarity.ts';
import { buildCodeTree, type CodeTree } from './code-tree.ts';

/** Two states of a codebook that shall become one, and the state both came from where that is known. */
export interface CodebookSides {
  readonly base: readonly Code[] | null;
  readonly ours: readonly Code[];
  readonly theirs: readonly Code[];
  /** Fields of a code of theirs that their file says nothing about; what it does not hold nobody has taken away. */
  readonly silent?: ReadonlyMap<CodeId, ReadonlySet<keyof Code>>;
}

/** Which code of ours one of theirs is. `new`: none. `removed`: one that stood in the base and that we have removed. */
export interface CodeMatch {
  readonly theirs: Code;
  readonly ours: Code | null;
  readonly base: Code | null;
  readonly by: 'id' | 'path' | 'similarity' | 'new' | 'removed';
  /** 0 to 1; 1 for a match by id or path. */
  readonly similarity: number;
}

/**
 * Finds for each code of theirs the one of ours: by id, else by path, else by likeness of name and definition; the likest
 * pairs first, each code once.
 *
 * @param apart codes of theirs that a person has said are none of ours, although they look like one
 */
export function matchCodebooks(sides: CodebookSides, apart: ReadonlySet<CodeId> = new Set()): CodeMatch[] {
  return match(sides, apart, true);
}

/** As `matchCodebooks`, by id and path alone. */
export function matchByName(sides: CodebookSides): CodeMatch[] {
  return match(sides, new Set(), false);
}

function match(sides: CodebookSides, apart: ReadonlySet<CodeId>, isGuessing: boolean): CodeMatch[] {
  const ours = buildCodeTree(sides.ours);
  const theirs = buildCodeTree(sides.theirs);
  const base = sides.base && buildCodeTree(sides.base);
  const taken = new Set<CodeId>();
  const found = new Map<CodeId, CodeMatch>();
  const settle = (code: Code, own: Code | null, by: CodeMatch['by'], similarity = 1): void => {
    if (own) taken.add(own.id);
    const origin = base?.get(code.id) ?? (own && base?.get(own.id)) ?? null;
    found.set(code.id, { theirs: code, ours: own, base: origin, by, similarity });
  };

  for (const code of theirs.codes()) {
    const own = ours.get(code.id);
    if (own) settle(code, own, 'id');
    else if (base?.has(code.id)) settle(code, null, 'removed');
  }
  const byPath = codesByPath(ours);
  for (const code of theirs.codes()) {
    if (found.has(code.id) || apart.has(code.id)) continue;
    const own = byPath.get(pathKey(theirs, code.id));
    if (own && !taken.has(own.id)) settle(code, own, 'path');
  }
  const open = theirs.codes().filter(({ id }) => !found.has(id) && !apart.has(id));
  const free = ours.codes().filter(({ id }) => !taken.has(id) && !theirs.has(id));
  for (const { a, b, similarity } of isGuessing ? alikePairs(open, free) : []) {
    if (!found.has(a.id) && !taken.has(b.id)) settle(a, b, 'similarity', similarity);
  }
  for (const code of theirs.codes()) if (!found.has(code.id)) settle(code, null, 'new', 0);
  return theirs.codes().flatMap(({ id }) => found.get(id) ?? []);
}

function codesByPath(tree: CodeTree): Map<string, Code> {
  return new Map(tree.codes().map((code) => [pathKey(tree, code.id), code]));
}

/** Names as a person compares them, from the root. */
function pathKey(tree: CodeTree, id: CodeId): string {
  const names: string[] = [];
  for (let at: CodeId | null = id; at !== null; at = tree.parentOf(at))
    names.unshift(nameKey(tree.get(at)?.name ?? ''));
  return names.join('\n');
}
