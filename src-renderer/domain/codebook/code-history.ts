import type { Change } from '#domain/history/change.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { PATH_SEPARATOR, type CodeTree } from './code-tree.ts';
import { compareFields, type CodeDifference } from './compare-codebooks.ts';

/**
 * What one step did to a code: what was written otherwise, where it was moved, what was merged into it or split off. Empty where it only
 * took another place among its siblings.
 *
 * @param tree as it is now: parents are called by their present names, one that is gone is taken for the top
 */
export function differencesOfCode({ codes }: Change, id: CodeId, tree: CodeTree): CodeDifference[] {
  const added = codes?.added?.find((code) => code.id === id);
  if (added) {
    const from = added.splitFrom && tree.get(added.splitFrom);
    const path = pathIn(tree, added);
    return [from ? { kind: 'split', code: added, path, from } : { kind: 'added', code: added, path }];
  }
  const removed = codes?.removed?.find((code) => code.id === id);
  if (removed) return [{ kind: 'removed', code: removed, path: pathIn(tree, removed) }];
  const own = tree.get(id);
  const offspring = (codes?.added ?? []).flatMap((code): CodeDifference[] =>
    own && code.splitFrom === id ? [{ kind: 'split', code, path: pathIn(tree, code), from: own }] : [],
  );
  const pair = codes?.updated?.find(([, to]) => to.id === id);
  if (!pair) return offspring;
  const [before, code] = pair;
  const path = pathIn(tree, code);
  const found: CodeDifference[] = [...offspring];
  if (before.name !== code.name) found.push({ kind: 'renamed', code, path, before: before.name });
  if (before.parentId !== code.parentId) {
    const [from, to] = [parentPath(tree, before), parentPath(tree, code)];
    found.push({ kind: 'moved', code, path, before: from, after: to });
  }
  for (const lost of codes?.removed ?? []) {
    const isTakenIn = code.mergedFrom?.includes(lost.id) && !before.mergedFrom?.includes(lost.id);
    if (isTakenIn) found.push({ kind: 'merged', code: lost, path: lost.name, into: code });
  }
  const fields = compareFields(before, code);
  if (fields.length > 0) found.push({ kind: 'redefined', code, path, fields });
  return found;
}

function pathIn(tree: CodeTree, code: Code): string {
  const parent = parentPath(tree, code);
  return parent === '' ? code.name : `${parent}${PATH_SEPARATOR}${code.name}`;
}

function parentPath(tree: CodeTree, { parentId }: Code): string {
  return parentId === null ? '' : tree.pathOf(parentId);
}
