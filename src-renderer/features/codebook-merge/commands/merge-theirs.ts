import { carryOutMerge, type MergeChoice } from '#domain/codebook/carry-out-merge.ts';
import { buildCodeTree } from '#domain/codebook/code-tree.ts';
import { writeIntroduction } from '#domain/codebook/introduction.ts';
import type { MergeField, MergePlan } from '#domain/codebook/merge-codebooks.ts';
import { mergeSets, type SetLeft } from '#domain/codebook/merge-sets.ts';
import type { Adjustment } from '#domain/codebook/settle-merge.ts';
import { isEmpty, squash, type Change, type FamilyChange } from '#domain/history/change.ts';
import { importCodeSets } from '#domain/interchange/import-code-sets.ts';
import { NewCodeDefaults } from '#domain/interchange/new-code-defaults.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Code, CodebookVersion, CodeId, CodeSet, ProjectRecord } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Theirs } from './read-theirs.ts';

/** Something they have otherwise and that stays as it is here, or came in otherwise than they have it. */
export type Left =
  | Adjustment
  | SetLeft
  | { readonly kind: 'introductionLeft'; readonly theirs: string }
  | { readonly kind: 'field'; readonly field: MergeField; readonly ours: Code; readonly theirs: Code };

type CommonState = Pick<CodebookVersion, 'sets' | 'introduction'>;

export interface DecidedMerge {
  readonly change: Change;
  readonly left: readonly Left[];
}

/**
 * What a decided merge comes to: the codes, their sets, and with a code that goes its codings and the memos on either. All codings must
 * have been read.
 *
 * @param base the common state; null without one, then their sets are united with ours by name
 */
export function decideMerge(
  project: OpenProject,
  plan: MergePlan,
  theirs: Theirs,
  choices: ReadonlyMap<string, MergeChoice>,
  base: CommonState | null,
): DecidedMerge {
  const ours = [...project.codes.values()];
  const carried = carryOutMerge(plan, ours, choices, project.environment);
  const codes = inOurInks(carried.change.codes, ours, theirs);
  const gone = new Set(codes?.removed?.map(({ id }) => id));
  const removed = gone.size === 0 ? [] : [...project.codings.values()].filter(({ codeId }) => gone.has(codeId));
  const sets = mergeTheirSets(project, plan, theirs, base?.sets ?? null);
  const introduction = mergeIntroduction(project.project, theirs, base);
  const change = {
    ...(codes && { codes }),
    ...(removed.length > 0 && { codings: { removed } }),
    ...(!isEmpty({ codeSets: sets.family }) && { codeSets: sets.family }),
    ...introduction.change,
  };
  const fields = plan.left.map(({ match, field }) => ({
    kind: 'field' as const,
    field,
    ours: match.ours,
    theirs: match.theirs,
  }));
  return {
    change: withMemosOf(change, project.memos.values()),
    left: [...carried.adjustments, ...fields, ...sets.left, ...introduction.left],
  };
}

function mergeTheirSets(
  project: OpenProject,
  { idsHere, matches }: MergePlan,
  theirs: Theirs,
  baseSets: readonly CodeSet[] | null,
): { readonly family: FamilyChange<CodeSet>; readonly left: readonly SetLeft[] } {
  const { coderId, environment } = project;
  const ours = [...project.codeSets.values()];
  const theirIds = new Set(matches.map((match) => match.ours?.id ?? match.theirs.id));
  const merged = mergeSets(
    { base: baseSets ?? [], ours, theirs: theirs.sets },
    (id) => idsHere.get(id as CodeId),
    (id) => theirIds.has(id),
    environment.now(),
  );
  const existing = new Map(ours.map((set) => [set.id, set]));
  for (const { id } of merged.removed) existing.delete(id);
  for (const [, to] of merged.updated) existing.set(to.id, to);
  const { change } = importCodeSets(merged.fresh, {
    existing: [...existing.values()],
    idsByTableId: idsHere,
    codes: buildCodeTree(project.codes.values()),
    coderId,
    environment,
  });
  const { updated, removed } = merged;
  const both = squash([{ codeSets: { updated, removed } }, change]);
  return { family: both.codeSets ?? {}, left: merged.left };
}

/** Theirs where ours is as it was in the common state, or there is none; else ours stays, and what they have otherwise is told. */
function mergeIntroduction(
  project: ProjectRecord,
  { introduction: theirs }: Theirs,
  base: CommonState | null,
): DecidedMerge {
  const ours = project.codebookIntroduction ?? '';
  const common = base?.introduction ?? '';
  const nothing = { change: {}, left: [] };
  if (theirs === undefined || theirs === ours || theirs === common) return nothing;
  if (ours === common) return { ...nothing, change: writeIntroduction(project, theirs) };
  return { ...nothing, left: [{ kind: 'introductionLeft', theirs }] };
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
