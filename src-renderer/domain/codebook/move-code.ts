import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { CodeEdits } from './code-edits.ts';
import { refuseTakenName } from './code-fields.ts';
import { findNamesake } from './code-name.ts';
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
  return moveCodes(tree, [id], newParentId, beforeId, environment);
}

/**
 * Puts several codes, in the order of the codebook, under one parent beside one another. Those that stand below another of
 * them go with that one. All of them move, or none.
 */
export function moveCodes(
  tree: CodeTree,
  ids: readonly CodeId[],
  newParentId: CodeId | null,
  beforeId: CodeId | null,
  environment: Environment,
): Outcome<Change> {
  const codes = topmost(tree, ids);
  const isMissing = ids.some((id) => !tree.has(id)) || (newParentId !== null && !tree.has(newParentId));
  if (isMissing || codes.length === 0) return refused({ code: 'codeMissing', params: {} });
  const around = codes.find(({ id }) => newParentId !== null && tree.isInside(newParentId, id));
  if (around) return refused({ code: 'codeInsideItself', params: { name: around.name } });
  const moving = new Set(codes.map(({ id }) => id));
  const family = tree.childrenOf(newParentId);
  const siblings = family.filter(({ id }) => !moving.has(id));
  const before = stayingFrom(family, beforeId, moving);
  const at = siblings.findIndex(({ id }) => id === before);
  const order = at < 0 ? [...siblings, ...codes] : [...siblings.slice(0, at), ...codes, ...siblings.slice(at)];
  if (order.length === family.length && order.every((code, index) => code === family[index])) return done({});
  for (const code of codes) {
    const others = order.filter((other) => other !== code);
    const isNew = tree.parentOf(code.id) !== newParentId;
    if (isNew && findNamesake(others, code.name)) return refuseTakenName(tree, code.name, newParentId);
  }
  const edits = new CodeEdits();
  // A root that names a parent stands on a circle or lost its parent. Left so, the move could close the circle again.
  for (const root of tree.roots) if (root.parentId !== null) edits.edit(root, { parentId: null });
  edits.place(order, placeAmong(siblings, codes, before));
  const now = environment.now();
  for (const code of codes) edits.edit(code, { parentId: newParentId, modifiedAt: now });
  return done({ codes: edits.toUpdates() });
}

/** The codes in the order of the codebook, without those that stand below another of them. */
export function topmost(tree: CodeTree, ids: Iterable<CodeId>): Code[] {
  const wanted = new Set(ids);
  const found: Code[] = [];
  for (const { code } of tree.rows) {
    const last = found.at(-1);
    if (wanted.has(code.id) && !(last && tree.isInside(code.id, last.id))) found.push(code);
  }
  return found;
}

/** The code itself, or the next one after it that does not move; null for the end. */
function stayingFrom(family: readonly Code[], id: CodeId | null, moving: ReadonlySet<CodeId>): CodeId | null {
  const at = family.findIndex((code) => code.id === id);
  return at < 0 ? null : (family.slice(at).find((code) => !moving.has(code.id))?.id ?? null);
}
