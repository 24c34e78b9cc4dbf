import type { CodeFields } from '#domain/codebook/code-fields.ts';
import { mergeCodes, type CodesMerge } from '#domain/codebook/merge-codes.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import type { CodeId } from '#domain/project/records.ts';
import { sayUndoable } from '#features/project/index.ts';
import { t } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';

/** What merging codes would do, before it is done. All codings must have been read. */
export function planMerge(
  project: OpenProject,
  ids: readonly CodeId[],
  survivorId: CodeId,
  fields: Partial<CodeFields>,
): Outcome<CodesMerge> {
  const belongings = {
    codings: [...project.codings.values()],
    memos: [...project.memos.values()],
    sets: [...project.codeSets.values()],
  };
  return mergeCodes(treeOf(project), ids, survivorId, fields, belongings, project.environment);
}

export async function carryOutMerge(project: OpenProject, survivorId: CodeId, merge: CodesMerge): Promise<void> {
  const params = { count: merge.summary.codes, name: project.codes.get(survivorId)?.name ?? '' };
  await project.commit(merge.change, { label: { key: 'mergeCodes', params }, policy: 'undoable' });
  sayUndoable(project, t('codebook:merged', { ...params, name: project.codes.get(survivorId)?.name ?? '' }));
}
