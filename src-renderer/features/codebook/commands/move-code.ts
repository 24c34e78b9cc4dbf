import { moveCodes, topmost } from '#domain/codebook/move-code.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import type { Refusal } from './save-code.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Puts codes under a parent, before a sibling or last. */
export async function moveCodesTo(
  project: OpenProject,
  ids: readonly CodeId[],
  parentId: CodeId | null,
  beforeId: CodeId | null,
): Promise<Refusal> {
  const outcome = moveCodes(treeOf(project), ids, parentId, beforeId, project.environment);
  if (!outcome.ok) return outcome.problem;
  await project.commit(outcome.value, { label: labelOf(project, ids), policy: 'undoable' });
  return null;
}

function labelOf(project: OpenProject, ids: readonly CodeId[]): Label {
  const [first] = ids;
  if (ids.length > 1) return { key: 'moveCodes', params: { count: ids.length } };
  return { key: 'moveCode', params: { name: (first && project.codes.get(first)?.name) ?? '' } };
}

/** One place up or down among the siblings, into the sibling above, or out of the parent. Several go beside the first of them. */
export async function nudgeCodes(project: OpenProject, ids: readonly CodeId[], direction: Direction): Promise<Refusal> {
  const tree = treeOf(project);
  const codes = topmost(tree, ids);
  const [first] = codes;
  if (!first) return null;
  const moving = codes.map(({ id }) => id);
  const parentId = tree.parentOf(first.id);
  const family = tree.childrenOf(parentId);
  const firstAt = family.indexOf(first);
  const lastAt = family.findLastIndex(({ id }) => moving.includes(id));
  const above = family.slice(0, firstAt).findLast(({ id }) => !moving.includes(id));
  if (direction === 'up') return above ? moveCodesTo(project, moving, parentId, above.id) : null;
  if (direction === 'down') {
    return family[lastAt + 1] ? moveCodesTo(project, moving, parentId, family[lastAt + 2]?.id ?? null) : null;
  }
  if (direction === 'in') return above ? moveCodesTo(project, moving, above.id, null) : null;
  if (parentId === null) return null;
  const grandparentId = tree.parentOf(parentId);
  const uncles = tree.childrenOf(grandparentId);
  const next = uncles[uncles.findIndex((code) => code.id === parentId) + 1];
  return moveCodesTo(project, moving, grandparentId, next?.id ?? null);
}
