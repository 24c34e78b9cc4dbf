import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '#domain/history/change.ts';
import type { Code, CodeId, Coding, CodingId, SourceId } from '#domain/project/records.ts';
import { codersIn, codingsIn, sourcesIn } from '#features/codebook/count-within.ts';
import { treeOf } from '#features/codebook/tree-of-project.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { aCode, aCoding } from '#tests/support/builders.ts';
import { openTestProject } from '#tests/support/open-test-project.ts';

const codeIds = ['a', 'b', 'c', 'd'] as CodeId[];
const sourceIds = ['one', 'two'] as SourceId[];

const place = fc.record({ codeId: fc.constantFrom(...codeIds), sourceId: fc.constantFrom(...sourceIds) });
const deed = fc.oneof(
  fc.record({ kind: fc.constant('code' as const), places: fc.array(place, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('recode' as const), at: fc.nat(), to: place }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('move' as const),
    codeId: fc.constantFrom(...codeIds),
    parentId: fc.constantFrom(null, ...codeIds),
  }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

it('counts the same, coding by coding, as if all were counted anew, whatever is done, undone and done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      const project = await openTestProject();
      await project.loadAllCodings(() => Promise.resolve());
      const codes = codeIds.map((id, position) => aCode({ id, name: id, position }));
      await commit(project, { codes: { added: codes } });
      for (const [number, one] of deeds.entries()) {
        if (one.kind === 'undo') await project.undo();
        else if (one.kind === 'redo') await project.redo();
        else await commit(project, changeOf(project, one, number));
        expect(countsOf(project)).toEqual(countedAnew(await readAll(project)));
      }
      await project.close();
    }),
    { numRuns: 25 },
  );
});

function changeOf(project: OpenProject, one: Exclude<Deed, { kind: 'undo' | 'redo' }>, number: number): Change {
  const codings = [...project.codings.values()];
  if (one.kind === 'code') {
    return {
      codings: { added: one.places.map((to, at) => aCoding({ ...to, id: `coding-${number}-${at}` as CodingId })) },
    };
  }
  if (one.kind === 'move') {
    const code = project.codes.get(one.codeId);
    return code ? { codes: { updated: [[code, { ...code, parentId: one.parentId }]] } } : {};
  }
  const coding = codings[one.at % Math.max(1, codings.length)];
  if (!coding) return {};
  return one.kind === 'remove'
    ? { codings: { removed: [coding] } }
    : { codings: { updated: [[coding, { ...coding, ...one.to }]] } };
}

/** What the code tree shows of each code. */
function countsOf(project: OpenProject): Record<string, readonly number[]> {
  const tree = treeOf(project);
  return Object.fromEntries(
    tree
      .codes()
      .map((code) => [
        code.id,
        [
          project.counts.ofCode(code.id),
          codingsIn(project, code, tree),
          sourcesIn(project, code, tree),
          codersIn(project, code, tree),
        ],
      ]),
  );
}

interface Stored {
  readonly codes: readonly Code[];
  readonly codings: readonly Coding[];
}

async function readAll({ database }: OpenProject): Promise<Stored> {
  return { codes: await database.codes.toArray(), codings: await database.codings.toArray() };
}

/** From what is on disk alone. Codes on a circle stand at the top. */
function countedAnew({ codes, codings }: Stored): Record<string, readonly number[]> {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const above = (id: CodeId): CodeId[] => {
    const trail: CodeId[] = [];
    for (let at = parents.get(id) ?? null; at !== null && !trail.includes(at); at = parents.get(at) ?? null)
      trail.push(at);
    return trail;
  };
  const isOnCircle = (id: CodeId): boolean => above(id).includes(id);
  const isBelow = (id: CodeId, ancestor: CodeId): boolean => {
    for (let at: CodeId | null = id; at !== null; at = isOnCircle(at) ? null : (parents.get(at) ?? null)) {
      if (at === ancestor) return true;
    }
    return false;
  };
  return Object.fromEntries(
    codes.map(({ id }) => {
      const within = codings.filter(({ codeId }) => isBelow(codeId, id));
      const own = codings.filter(({ codeId }) => codeId === id);
      const distinct = (by: 'sourceId' | 'coderId'): number => new Set(within.map((coding) => coding[by])).size;
      return [id, [own.length, within.length, distinct('sourceId'), distinct('coderId')]];
    }),
  );
}

function commit(project: OpenProject, change: Change): Promise<void> {
  return project.commit(change, { label: { key: 'code', params: { name: 'x' } }, policy: 'undoable' });
}
