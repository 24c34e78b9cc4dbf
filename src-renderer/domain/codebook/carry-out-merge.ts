import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import type { MergeField, MergePlan } from './merge-codebooks.ts';
import { settleMerge, type Adjustment } from './settle-merge.ts';

/** `both` joins two texts, ours first; of what is no text it is ours. */
export type MergeChoice = 'ours' | 'theirs' | 'both';

export interface CarriedMerge {
  readonly change: Change;
  /** Where their wish had to give way; to be told, since nobody has decided it. */
  readonly adjustments: readonly Adjustment[];
}

/**
 * The change a decided merge comes to. A conflict nobody decided stays as it is here. However the parts come together, the
 * result is a tree without namesakes side by side; see `settleMerge` for what gives way.
 *
 * @param codes all codes of ours
 * @param choices by the conflict's key
 */
export function carryOutMerge(
  plan: MergePlan,
  codes: readonly Code[],
  choices: ReadonlyMap<string, MergeChoice>,
  environment: Environment,
): CarriedMerge {
  const before = new Map(codes.map((code) => [code.id, code]));
  const after = new Map(before);
  for (const { match, fields } of plan.taken)
    for (const field of fields) take(after, match.ours.id, match.theirs, field, plan);
  for (const code of plan.added) after.set(code.id, arriving(code, plan));
  for (const { id } of plan.removed) after.delete(id);
  for (const conflict of plan.conflicts) {
    const choice = choices.get(conflict.key) ?? 'ours';
    if (choice === 'ours') continue;
    if (conflict.kind === 'removedByThem') after.delete(conflict.ours.id);
    else if (conflict.kind === 'removedByUs') after.set(conflict.theirs.id, arriving(conflict.theirs, plan));
    else if (choice === 'theirs') take(after, conflict.match.ours.id, conflict.match.theirs, conflict.field, plan);
    else join(after, conflict.match.ours.id, conflict.match.theirs, conflict.field);
  }
  const adjustments = settleMerge(after, before, parentsOfTheirs(plan));
  return { change: changeTo(before, after, environment.now()), adjustments };
}

function take(codes: Map<CodeId, Code>, id: CodeId, theirs: Code, field: MergeField, plan: MergePlan): void {
  const code = codes.get(id);
  if (!code) return;
  const value = field === 'parentId' ? parentHere(theirs, plan) : theirs[field];
  codes.set(id, { ...code, [field]: value });
}

function join(codes: Map<CodeId, Code>, id: CodeId, theirs: Code, field: MergeField): void {
  const code = codes.get(id);
  if (!code) return;
  const [here, there] = [code[field], theirs[field]];
  if (field === 'aliases')
    codes.set(id, { ...code, aliases: [...new Set([...(code.aliases ?? []), ...(theirs.aliases ?? [])])] });
  else if (typeof here === 'string' && typeof there === 'string' && isProse(field))
    codes.set(id, { ...code, [field]: `${here}\n${there}` });
}

/** Whether two texts of the field can stand one after the other. */
export function isProse(field: MergeField): boolean {
  return !['name', 'parentId', 'color', 'shortcut', 'isCodable'].includes(field);
}

function parentsOfTheirs(plan: MergePlan): Map<CodeId, CodeId | null> {
  return new Map(
    plan.matches.map(({ theirs }) => [plan.idsHere.get(theirs.id) ?? theirs.id, parentHere(theirs, plan)]),
  );
}

function arriving(code: Code, plan: MergePlan): Code {
  return { ...code, parentId: parentHere(code, plan) };
}

function parentHere({ parentId }: Code, { idsHere }: MergePlan): CodeId | null {
  return parentId && (idsHere.get(parentId) ?? parentId);
}

function changeTo(before: ReadonlyMap<CodeId, Code>, after: ReadonlyMap<CodeId, Code>, now: string): Change {
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  const removed = [...before.values()].filter(({ id }) => !after.has(id));
  const updated = [...after.values()].flatMap((code) => {
    const was = before.get(code.id);
    return was && was !== code && JSON.stringify(was) !== JSON.stringify(code)
      ? [[was, { ...code, modifiedAt: now }] as const]
      : [];
  });
  if (added.length + removed.length + updated.length === 0) return {};
  return { codes: { added, updated, removed } };
}
