import { moveCode as planMove } from '#domain/codebook/move-code.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import type { Refusal } from './save-code.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Puts a code under a parent, before a sibling or last. */
export async function moveCodeTo(
  project: OpenProject,
  id: CodeId,
  parentId: CodeId | null,
  beforeId: CodeId | null,
): Promise<Refusal> {
  const outcome = planMove(treeOf(project), id, parentId, beforeId, project.environment);
  if (!outcome.ok) return outcome.problem;
  const name = project.codes.get(id)?.name ?? '';
  await project.commit(outcome.value, { label: { key: 'moveCode', params: { name } }, policy: 'undoable' });
  return null;
}

/** One place up or down among its siblings, into the sibling above, or out of its parent. */
export async function nudgeCode(project: OpenProject, id: CodeId, direction: Direction): Promise<Refusal> {
  const tree = treeOf(project);
  const parentId = tree.parentOf(id);
  const siblings = tree.childrenOf(parentId);
  const at = siblings.findIndex((code) => code.id === id);
  const above = siblings[at - 1];
  if (direction === 'up') return above ? moveCodeTo(project, id, parentId, above.id) : null;
  if (direction === 'down') {
    return siblings[at + 1] ? moveCodeTo(project, id, parentId, siblings[at + 2]?.id ?? null) : null;
  }
  if (direction === 'in') return above ? moveCodeTo(project, id, above.id, null) : null;
  if (parentId === null) return null;
  const grandparentId = tree.parentOf(parentId);
  const uncles = tree.childrenOf(grandparentId);
  const next = uncles[uncles.findIndex((code) => code.id === parentId) + 1];
  return moveCodeTo(project, id, grandparentId, next?.id ?? null);
}
