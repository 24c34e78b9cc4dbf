import { nameKey } from '#domain/codebook/code-name.ts';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodeId, CoderId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { isGuid } from './codebook-files/guid.ts';
import type { ForeignCodeSet } from './codebook-files/read-qdc.ts';
import { WHOLE_FILE, type RowProblem } from './table-problem.ts';

interface Surroundings {
  readonly existing: readonly CodeSet[];
  /** What has become of the codes of the file. */
  readonly idsByTableId: ReadonlyMap<string, CodeId>;
  readonly idsByPath?: ReadonlyMap<string, CodeId>;
  /** As they were before the import. */
  readonly codes: CodeTree;
  readonly coderId: CoderId;
  readonly environment: Environment;
  /** Where it is told what a set names that is nowhere. */
  readonly warnings?: RowProblem[];
}

/**
 * Brings sets of codes along. One of the same id, else of the same name, gets the members it has not got yet; nothing is taken
 * out of a set, since a file may know fewer codes than the project.
 */
export function importCodeSets(
  sets: readonly ForeignCodeSet[],
  { existing, idsByTableId, idsByPath, codes, coderId, environment, warnings }: Surroundings,
): { readonly change: Pick<Change, 'codeSets'>; readonly count: number } {
  const before = new Map(existing.map((set) => [set.id, set]));
  const after = new Map(before);
  const now = environment.now();
  for (const { id, name, description, codeIds } of sets) {
    const members = codeIds.flatMap((member) => {
      const known = codes.has(member as CodeId) ? (member as CodeId) : undefined;
      const found = idsByTableId.get(member) ?? known ?? idsByPath?.get(member);
      return found === undefined ? [] : [found];
    });
    const count = codeIds.length - members.length;
    if (count > 0) warnings?.push({ row: WHOLE_FILE, problem: { code: 'memberMissing', params: { name, count } } });
    const here = after.get(id as CodeSetId) ?? [...after.values()].find((set) => nameKey(set.name) === nameKey(name));
    if (here) {
      const joined = [...new Set([...here.codeIds, ...members])];
      const isSame = joined.length === here.codeIds.length && (here.description !== '' || description === '');
      if (isSame) continue;
      const filled = here.description === '' ? description : here.description;
      after.set(here.id, { ...here, description: filled, codeIds: joined, modifiedAt: now });
      continue;
    }
    const newId = (isGuid(id) ? id : environment.newId()) as CodeSetId;
    const origin = { createdBy: coderId, createdAt: now, modifiedAt: now };
    after.set(newId, { id: newId, name, description, codeIds: [...new Set(members)], ...origin });
  }
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  const updated = [...after.values()].flatMap((set): (readonly [CodeSet, CodeSet])[] => {
    const was = before.get(set.id);
    return was && was !== set ? [[was, set]] : [];
  });
  const count = added.length + updated.length;
  const family = { ...(added.length > 0 && { added }), ...(updated.length > 0 && { updated }) };
  return { change: count > 0 ? { codeSets: family } : {}, count };
}
