import { carryOutMerge, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { MergePlan } from '#domain/codebook/merge-codebooks.ts';
import type { Change } from '#domain/history/change.ts';
import { importCodeSets } from '#domain/interchange/import-code-sets.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Theirs } from './read-theirs.ts';

/**
 * What a decided merge comes to: the codes, their sets united with ours by name, and with a code that goes its codings and the memos
 * on either. All codings must have been read.
 */
export function changeOfMerge(
  project: OpenProject,
  plan: MergePlan,
  theirs: Theirs,
  choices: ReadonlyMap<string, MergeChoice>,
): Change {
  const { coderId, environment } = project;
  const { codes } = carryOutMerge(plan, [...project.codes.values()], choices, environment);
  const gone = new Set(codes?.removed?.map(({ id }) => id));
  const removed = gone.size === 0 ? [] : [...project.codings.values()].filter(({ codeId }) => gone.has(codeId));
  const { change: sets } = importCodeSets(theirs.sets, {
    existing: [...project.codeSets.values()],
    idsByTableId: plan.idsHere,
    codes: buildCodeTree(project.codes.values()),
    coderId,
    environment,
  });
  const change = { ...(codes && { codes }), ...(removed.length > 0 && { codings: { removed } }), ...sets };
  return withMemosOf(change, project.memos.values());
}

export async function mergeTheirs(project: OpenProject, name: string, change: Change): Promise<void> {
  await project.commit(change, { label: { key: 'mergeCodebook', params: { name } }, policy: 'undoable' });
}
