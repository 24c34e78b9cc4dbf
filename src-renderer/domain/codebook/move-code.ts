import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { checkName } from './code-fields.ts';
import type { CodeTree } from './code-tree.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { placeAmong } from './sibling-order.ts';

/**
 * Puts a code with all below it under another parent (null: the top), before a sibling there (null: after all). Refuses to
 * put it inside itself and beside a namesake. An empty change when it stands there already.
 */
export function moveCode(
  tree: CodeTree,
  id: CodeId,
  newParentId: CodeId | null,
  beforeId: CodeId | null,
  environment: Environment,
): Outcome<Change> {
  const code = tree.get(id);
  if (!code || (newParentId !== null && !tree.has(newParentId))) return refused({ code: 'codeMissing', params: {} });
  if (newParentId !== null && tree.isInside(newParentId, id)) {
    return refused({ code: 'codeInsideItself', params: { name: code.name } });
  }
  const isSameParent = newParentId === tree.parentOf(id);
  if (isSameParent && (beforeId === id || beforeId === nextSibling(tree, id))) return done({});
  const name = isSameParent ? done(code.name) : checkName(tree, code.name, newParentId, id);
  if (!name.ok) return name;
  const siblings = tree.childrenOf(newParentId).filter((sibling) => sibling.id !== id);
  const edits = new CodeEdits();
  // A root that names a parent stands on a circle or lost its parent. Left so, the move could close the circle again.
  for (const root of tree.roots) if (root.parentId !== null) edits.edit(root, { parentId: null });
  edits.place([...siblings, code], placeAmong(siblings, [code], beforeId));
  edits.edit(code, { parentId: newParentId, modifiedAt: environment.now() });
  return done({ codes: edits.toUpdates() });
}

function nextSibling(tree: CodeTree, id: CodeId): CodeId | null {
  const siblings = tree.childrenOf(tree.parentOf(id));
  return siblings[siblings.findIndex((sibling) => sibling.id === id) + 1]?.id ?? null;
}
