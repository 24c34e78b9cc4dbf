import { addCodeSet, removeCodeSet, toggleInSet, updateCodeSet, type SetFields } from '#domain/codebook/code-sets.ts';
import type { Outcome } from '#domain/codebook/refusal.ts';
import type { Change } from '#domain/history/change.ts';
import type { CodeId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Refusal } from './save-code.ts';

export async function createSet(
  project: OpenProject,
  name: string,
  codeIds: readonly CodeId[],
): Promise<Outcome<CodeSet>> {
  const outcome = addCodeSet(project.codeSets, { name, codeIds }, project.coderId, project.environment);
  if (!outcome.ok) return outcome;
  const { change, set } = outcome.value;
  await project.commit(change, { label: { key: 'addSet', params: { name: set.name } }, policy: 'undoable' });
  return { ok: true, value: set };
}

export function editSet(project: OpenProject, id: CodeSetId, fields: Partial<SetFields>): Promise<Refusal> {
  return write(project, id, 'editSet', updateCodeSet(project.codeSets, id, fields, project.environment));
}

/** Puts codes in where one is missing, else takes them out. */
export function toggleCodesInSet(project: OpenProject, id: CodeSetId, codeIds: readonly CodeId[]): Promise<Refusal> {
  return write(project, id, 'codesOfSet', toggleInSet(project.codeSets, id, codeIds, project.environment));
}

export function deleteSet(project: OpenProject, id: CodeSetId): Promise<Refusal> {
  return write(project, id, 'deleteSet', removeCodeSet(project.codeSets, id));
}

async function write(project: OpenProject, id: CodeSetId, key: string, outcome: Outcome<Change>): Promise<Refusal> {
  if (!outcome.ok) return outcome.problem;
  const name = project.codeSets.get(id)?.name ?? '';
  await project.commit(outcome.value, { label: { key, params: { name } }, policy: 'undoable' });
  return null;
}
