import type { Code, CodeId } from '#domain/project/records.ts';
import { nameKey } from './code-name.ts';
import { codeSimilarity, SIMILAR_FROM } from './code-similarity.ts';
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
  const ours = buildCodeTree(sides.ours);
  const theirs = buildCodeTree(sides.theirs);
  const base = sides.base && buildCodeTree(sides.base);
  const taken = new Set<CodeId>();
  const found = new Map<CodeId, CodeMatch>();
  const match = (code: Code, own: Code | null, by: CodeMatch['by'], similarity = 1): void => {
    if (own) taken.add(own.id);
    const origin = base?.get(code.id) ?? (own && base?.get(own.id)) ?? null;
    found.set(code.id, { theirs: code, ours: own, base: origin, by, similarity });
  };

  for (const code of theirs.codes()) {
    const own = ours.get(code.id);
    if (own) match(code, own, 'id');
    else if (base?.has(code.id)) match(code, null, 'removed');
  }
  const byPath = codesByPath(ours);
  for (const code of theirs.codes()) {
    if (found.has(code.id) || apart.has(code.id)) continue;
    const own = byPath.get(pathKey(theirs, code.id));
    if (own && !taken.has(own.id)) match(code, own, 'path');
  }
  const open = theirs.codes().filter(({ id }) => !found.has(id) && !apart.has(id));
  const free = ours.codes().filter(({ id }) => !taken.has(id) && !theirs.has(id));
  for (const { a, b, similarity } of likestPairs(open, free)) {
    if (!found.has(a.id) && !taken.has(b.id)) match(a, b, 'similarity', similarity);
  }
  for (const code of theirs.codes()) if (!found.has(code.id)) match(code, null, 'new', 0);
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

function likestPairs(theirs: readonly Code[], ours: readonly Code[]): { a: Code; b: Code; similarity: number }[] {
  const pairs = theirs.flatMap((a) =>
    ours
      .map((b) => ({ a, b, similarity: codeSimilarity(a, b) }))
      .filter(({ similarity }) => similarity >= SIMILAR_FROM),
  );
  return pairs.sort((x, y) => y.similarity - x.similarity);
}
