import { moveCodes, topmost } from '#domain/codebook/move-code.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import { speakOfCodes } from '#features/codebook/spoken.tsx';
import { movedWords, stuckWords, type Direction } from './moved-words.ts';
import type { Refusal } from './save-code.ts';

/** Puts codes under a parent, before a sibling or last, and tells where they are then. */
export async function moveCodesTo(
  project: OpenProject,
  ids: readonly CodeId[],
  parentId: CodeId | null,
  beforeId: CodeId | null,
  tell: (words: string) => void = speakOfCodes,
): Promise<Refusal> {
  const before = treeOf(project);
  const outcome = moveCodes(before, ids, parentId, beforeId, project.environment);
  if (!outcome.ok) return outcome.problem;
  const codes = topmost(before, ids);
  await project.commit(outcome.value, { label: labelOf(before, codes, parentId), policy: 'undoable' });
  tell(movedWords(before, treeOf(project), codes));
  return null;
}

/** Names the code above where that is another one, for the history and for what undoing says. */
function labelOf(tree: CodeTree, codes: readonly Code[], parentId: CodeId | null): Label {
  const [first] = codes;
  const isElsewhere = codes.some(({ id }) => tree.parentOf(id) !== parentId);
  const parent = isElsewhere && parentId !== null ? tree.get(parentId)?.name : undefined;
  const what = codes.length === 1 ? { name: first?.name ?? '' } : { count: codes.length };
  const key = codes.length === 1 ? 'moveCode' : 'moveCodes';
  if (!isElsewhere) return { key, params: what };
  return parent === undefined
    ? { key: `${key}ToTop`, params: what }
    : { key: `${key}Under`, params: { ...what, parent } };
}

/**
 * One place up or down among the siblings, into the sibling above, or out of the parent. Several go beside the first of them. Where
 * that leads nowhere, it is said.
 */
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
  const stays = (): null => {
    speakOfCodes(stuckWords(codes, direction));
    return null;
  };
  if (direction === 'up') return above ? moveCodesTo(project, moving, parentId, above.id) : stays();
  if (direction === 'down') {
    return family[lastAt + 1] ? moveCodesTo(project, moving, parentId, family[lastAt + 2]?.id ?? null) : stays();
  }
  if (direction === 'in') return above ? moveCodesTo(project, moving, above.id, null) : stays();
  if (parentId === null) return stays();
  const grandparentId = tree.parentOf(parentId);
  const uncles = tree.childrenOf(grandparentId);
  const next = uncles[uncles.findIndex((code) => code.id === parentId) + 1];
  return moveCodesTo(project, moving, grandparentId, next?.id ?? null);
}
