import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { nameKey, tidyName } from './code-name.ts';
import { done, refused, type Outcome } from './refusal.ts';

export type CodeSets = ReadonlyMap<CodeSetId, CodeSet>;

/** What a person writes about a set. */
export type SetFields = Pick<CodeSet, 'name' | 'description' | 'codeIds'>;

/** Makes a set; its name must be unlike those of the others. */
export function addCodeSet(
  sets: CodeSets,
  { name, description = '', codeIds = [] }: Partial<SetFields> & { readonly name: string },
  coderId: CoderId,
  environment: Environment,
): Outcome<{ readonly change: Change; readonly set: CodeSet }> {
  const checked = checkSetName(sets, name, null);
  if (!checked.ok) return checked;
  const now = environment.now();
  const set: CodeSet = {
    id: environment.newId() as CodeSetId,
    name: checked.value,
    description,
    codeIds: [...new Set(codeIds)],
    createdAt: now,
    modifiedAt: now,
    createdBy: coderId,
  };
  return done({ set, change: { codeSets: { added: [set] } } });
}

/** An empty change when all is so already. */
export function updateCodeSet(
  sets: CodeSets,
  id: CodeSetId,
  fields: Partial<SetFields>,
  environment: Environment,
): Outcome<Change> {
  const set = sets.get(id);
  if (!set) return refused({ code: 'setMissing', params: {} });
  const name = fields.name === undefined ? done(set.name) : checkSetName(sets, fields.name, id);
  if (!name.ok) return name;
  const codeIds = fields.codeIds ? [...new Set(fields.codeIds)] : set.codeIds;
  const next = { ...set, ...fields, name: name.value, codeIds };
  const isSame =
    next.name === set.name && next.description === set.description && next.codeIds.join() === set.codeIds.join();
  return done(isSame ? {} : { codeSets: { updated: [[set, { ...next, modifiedAt: environment.now() }]] } });
}

/** Puts codes into a set where one is missing, else takes them all out. */
export function toggleInSet(
  sets: CodeSets,
  id: CodeSetId,
  codeIds: readonly CodeId[],
  environment: Environment,
): Outcome<Change> {
  const set = sets.get(id);
  if (!set) return refused({ code: 'setMissing', params: {} });
  const areIn = codeIds.every((codeId) => set.codeIds.includes(codeId));
  const next = areIn ? set.codeIds.filter((codeId) => !codeIds.includes(codeId)) : [...set.codeIds, ...codeIds];
  return updateCodeSet(sets, id, { codeIds: next }, environment);
}

/** The codes stay as they are. */
export function removeCodeSet(sets: CodeSets, id: CodeSetId): Outcome<Change> {
  const set = sets.get(id);
  return set ? done({ codeSets: { removed: [set] } }) : refused({ code: 'setMissing', params: {} });
}

function checkSetName(sets: CodeSets, name: string, self: CodeSetId | null): Outcome<string> {
  const tidy = tidyName(name);
  if (tidy === '') return refused({ code: 'setNameEmpty', params: {} });
  const key = nameKey(tidy);
  for (const set of sets.values()) {
    if (set.id !== self && nameKey(set.name) === key) return refused({ code: 'setNameTaken', params: { name: tidy } });
  }
  return done(tidy);
}
