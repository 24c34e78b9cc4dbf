import { addCode, type CodeDraft } from '#domain/codebook/add-code.ts';
import type { CodeFields } from '#domain/codebook/code-fields.ts';
import { moveCode } from '#domain/codebook/move-code.ts';
import type { CodebookProblem, Outcome } from '#domain/codebook/refusal.ts';
import { updateCode } from '#domain/codebook/update-code.ts';
import { squash, type Change } from '#domain/history/change.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';

/** Null when done; else why not. */
export type Refusal = CodebookProblem | null;

/** Adds a code and answers with it, or says why it cannot be. */
export async function createCode(project: OpenProject, draft: CodeDraft): Promise<Outcome<Code>> {
  const outcome = addCode(treeOf(project), draft, project.coderId, project.environment);
  if (!outcome.ok) return outcome;
  const { change, code } = outcome.value;
  await project.commit(change, { label: { key: 'addCode', params: { name: code.name } }, policy: 'undoable' });
  return { ok: true, value: code };
}

/** Changes what is written about a code and where it stands, in one step. */
export async function editCode(
  project: OpenProject,
  id: CodeId,
  fields: Partial<CodeFields>,
  parentId?: CodeId | null,
): Promise<Refusal> {
  const tree = treeOf(project);
  const changes: Change[] = [];
  let current = tree;
  if (parentId !== undefined && parentId !== tree.parentOf(id)) {
    const moved = moveCode(tree, id, parentId, null, project.environment);
    if (!moved.ok) return moved.problem;
    changes.push(moved.value);
    current = buildCodeTree(applied(tree.codes(), moved.value));
  }
  const updated = updateCode(current, id, fields, project.environment);
  if (!updated.ok) return updated.problem;
  changes.push(updated.value);
  const name = project.codes.get(id)?.name ?? '';
  await project.commit(squash(changes), { label: { key: 'editCode', params: { name } }, policy: 'undoable' });
  return null;
}

function applied(codes: readonly Code[], change: Change): Code[] {
  const updated = new Map(change.codes?.updated?.map(([, to]) => [to.id, to]));
  return codes.map((code) => updated.get(code.id) ?? code);
}
