import { carryOutMerge, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import type { MergePlan } from '#domain/codebook/merge-codebooks.ts';
import type { Change } from '#domain/history/change.ts';
import { importCodeSets } from '#domain/interchange/import-code-sets.ts';
import { NewCodeDefaults } from '#domain/interchange/new-code-defaults.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Code } from '#domain/project/records.ts';
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
  const ours = [...project.codes.values()];
  const codes = inOurInks(carryOutMerge(plan, ours, choices, environment).codes, ours, theirs);
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

/** Codes whose file says nothing about colours get inks that are seldom here, not those they had among their own. */
function inOurInks(family: Change['codes'], ours: readonly Code[], { silent }: Theirs): Change['codes'] {
  if (!family?.added) return family;
  const defaults = new NewCodeDefaults();
  for (const code of ours) defaults.note(code);
  const added = family.added.map((code) => {
    const color = silent.get(code.id)?.has('color') ? defaults.colorUnder(code.parentId) : code.color;
    defaults.note({ ...code, color });
    return { ...code, color };
  });
  return { ...family, added };
}

export async function mergeTheirs(project: OpenProject, name: string, change: Change): Promise<void> {
  await project.commit(change, { label: { key: 'mergeCodebook', params: { name } }, policy: 'undoable' });
}
