import { removeCode, type Removal, type RemovalPolicy } from '#domain/codebook/remove-code.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';

/** What deleting a code would do, before it is done. All codings must have been read. */
export function planDeletion(project: OpenProject, id: CodeId, policy: RemovalPolicy): Outcome<Removal> {
  const content = { codings: project.codings.values(), memos: project.memos.values() };
  return removeCode(treeOf(project), content, id, policy, project.environment);
}

export async function deleteCode(project: OpenProject, id: CodeId, removal: Removal): Promise<void> {
  const name = project.codes.get(id)?.name ?? '';
  await project.commit(removal.change, { label: { key: 'deleteCode', params: { name } }, policy: 'undoable' });
}
