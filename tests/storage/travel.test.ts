import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BEGINNING } from '#domain/history/journal-step.ts';
import { invert, squash, type Change } from '#domain/history/change.ts';
import { familyNames, type CodeId, type CodingId } from '#domain/project/records.ts';
import { newestSequence, readStates, readSteps, readStepsAfter } from '#storage/journal-pages.ts';
import { OpenProject, type CommitRequest } from '#storage/open-project.ts';
import { Registry } from '#storage/registry.ts';
import { aCode, aCoding, testEnvironment } from '#tests/support/builders.ts';

let number = 0;
const environment = testEnvironment();
const step = (name: string): CommitRequest => ({ label: { key: 'code', params: { name } }, policy: 'undoable' });
const addCoding = (id: string): Change => ({ codings: { added: [aCoding({ id: id as CodingId })] } });

async function freshProject(): Promise<{ name: string; project: OpenProject }> {
  const { databaseName } = await new Registry().create(`Project ${++number}`, environment);
  return { name: databaseName, project: await OpenProject.open(databaseName, 'M. Holm', environment) };
}

type Records = Record<string, unknown[]>;
/** Those held in memory one by one; named versions of the codebook are read when asked for. */
const families = familyNames.filter((name) => name !== 'project' && name !== 'codebookVersions');

async function recordsOnDisk({ database }: OpenProject): Promise<Records> {
  const tables = families.map(async (name) => [name, await database.table(name).orderBy('id').toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

function recordsInMemory(project: OpenProject): Records {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return Object.fromEntries(families.map((name) => [name, [...project[name].values()].toSorted(byId)]));
}

/** What the done entries of the journal come to, one after the other from nothing. */
async function replay({ database }: OpenProject): Promise<Records> {
  const entries = await database.journal.orderBy('sequence').toArray();
  const done = entries.filter(({ state }) => state === 'done').flatMap(({ change }) => change ?? []);
  const net = squash(done);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return Object.fromEntries(
    families.map((name) => [name, ([...(net[name]?.added ?? [])] as { id: string }[]).toSorted(byId)]),
  );
}

/** Codings 1 to `count`, a step each, as the sequences 1 to `count`. */
async function projectWithSteps(count: number): Promise<OpenProject> {
  const { project } = await freshProject();
  for (let at = 1; at <= count; at++) await project.commit(addCoding(`c${at}`), step(`c${at}`));
  return project;
}

describe('going to a point of the journal', () => {
  it('undoes all that came after it at once, and tells of one change', async () => {
    const project = await projectWithSteps(5);
    const heard: Change[] = [];
    project.subscribe((change) => change && heard.push(change));
    const journey = await project.travelTo(2);
    expect(journey).toMatchObject({ direction: 'back', steps: 3, from: { sequence: 5 } });
    expect([...project.codings.keys()]).toEqual(['c1', 'c2']);
    expect(await recordsOnDisk(project)).toEqual(recordsInMemory(project));
    expect(heard).toHaveLength(1);
    expect(heard[0]?.codings?.removed?.map(({ id }) => id).toSorted()).toEqual(['c3', 'c4', 'c5']);
  });

  it('goes forward again, and from then on undo and redo go on from there', async () => {
    const project = await projectWithSteps(5);
    await project.travelTo(1);
    expect(await project.travelTo(4)).toMatchObject({ direction: 'forward', steps: 3, from: { sequence: 1 } });
    expect(project.nextUndo?.params).toEqual({ name: 'c4' });
    expect(project.nextRedo?.params).toEqual({ name: 'c5' });
    await project.redo();
    expect(project.codings.size).toBe(5);
  });

  it('goes to the very beginning, and is nothing where one is there already', async () => {
    const project = await projectWithSteps(3);
    expect(await project.travelTo(BEGINNING)).toMatchObject({ direction: 'back', steps: 3 });
    expect(project.codings.size).toBe(0);
    expect(await project.travelTo(BEGINNING)).toBeNull();
    expect(project.coders.size).toBe(0);
  });

  it('leaves one line in the journal that says how far and to which point', async () => {
    const project = await projectWithSteps(4);
    await project.travelTo(1);
    await project.travelTo(3);
    const noted = await project.database.journal.where('sequence').above(4).toArray();
    expect(noted.map(({ state, label, about, change }) => ({ state, label, about, change }))).toEqual([
      { state: 'noted', label: { key: 'wentBack', params: { count: 3 } }, about: 1, change: null },
      { state: 'noted', label: { key: 'wentForward', params: { count: 2 } }, about: 3, change: null },
    ]);
  });

  it('says of a point that cannot be gone to why, changes nothing, and saving goes on', async () => {
    const project = await projectWithSteps(4);
    await project.travelTo(2);
    await project.commit(addCoding('other'), step('other'));
    const before = await project.database.journal.toArray();
    await expect(project.travelTo(3)).rejects.toMatchObject({ hindrance: 'overtaken' });
    await expect(project.travelTo(5)).rejects.toMatchObject({ hindrance: 'noStep' });
    await expect(project.travelTo(99)).rejects.toMatchObject({ hindrance: 'noStep' });
    expect(await project.database.journal.toArray()).toEqual(before);
    expect(project.saveState.kind).toBe('saved');
    await project.commit(addCoding('more'), step('more'));
    expect([...project.codings.keys()].toSorted()).toEqual(['c1', 'c2', 'more', 'other']);
  });

  it('does not go through a step of another record layout, not even part of the way', async () => {
    const project = await projectWithSteps(4);
    await project.database.journal.update(2, { layout: 0 });
    await expect(project.travelTo(1)).rejects.toMatchObject({ hindrance: 'otherLayout' });
    expect(project.codings.size).toBe(4);
    expect(await recordsOnDisk(project)).toEqual(recordsInMemory(project));
    expect(await project.travelTo(2)).toMatchObject({ steps: 2 });
    expect(project.nextUndo).toBeNull();
  });

  it('does all or nothing when the disk fails in the middle, and can be tried again', async () => {
    const project = await projectWithSteps(450);
    const { database } = project;
    const full = Object.assign(new Error('The disk is full'), { name: 'QuotaExceededError' });
    const really = database.journal.bulkPut.bind(database.journal);
    const write = vi.spyOn(database.journal, 'bulkPut');
    write.mockImplementationOnce(really).mockImplementationOnce(() => Promise.reject(full) as never);
    await expect(project.travelTo(10)).rejects.toThrow('full');
    expect(project.saveState).toMatchObject({ kind: 'failed', isDiskFull: true });
    expect([project.codings.size, await database.codings.count()]).toEqual([450, 450]);
    write.mockRestore();
    await project.tryAgain();
    expect([project.codings.size, await database.codings.count()]).toEqual([10, 10]);
  });

  it('says how far it has come', async () => {
    const project = await projectWithSteps(450);
    const heard: (readonly [number, number])[] = [];
    await project.travelTo(BEGINNING, (finished, total) => heard.push([finished, total]));
    expect(heard).toEqual([
      [200, 450],
      [400, 450],
      [450, 450],
    ]);
  });

  const actions = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('add', 'edit', 'remove'), id: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ kind: fc.constantFrom('undo', 'redo', 'reopen'), id: fc.constant('') }),
      fc.record({ kind: fc.constant('travel'), id: fc.nat({ max: 30 }).map(String) }),
    ),
    { maxLength: 30 },
  );

  it('keeps the records equal to a replay of what is done, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (doings) => {
        const fresh = await freshProject();
        let { project } = fresh;
        for (const [at, { kind, id }] of doings.entries()) {
          const code = project.codes.get(id as CodeId);
          const next = aCode({ id: id as CodeId, name: `${at}` });
          if (kind === 'add' && !code) await project.commit({ codes: { added: [next] } }, step('add'));
          else if (kind === 'edit' && code) {
            const policy = at % 2 === 0 ? 'joins-previous' : 'undoable';
            await project.commit({ codes: { updated: [[code, next]] } }, { ...step('edit'), policy });
          } else if (kind === 'remove' && code) await project.commit({ codes: { removed: [code] } }, step('remove'));
          else if (kind === 'undo') await project.undo();
          else if (kind === 'redo') await project.redo();
          else if (kind === 'travel') await project.travelTo(Number(id)).catch(() => undefined);
          else if (kind === 'reopen') {
            await project.close();
            project = await OpenProject.open(fresh.name, 'M. Holm', environment);
          }
          const replayed = await replay(project);
          expect(await recordsOnDisk(project)).toEqual(replayed);
          expect(recordsInMemory(project)).toEqual(replayed);
        }
        await project.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('reading the journal', () => {
  it('comes page by page, newest first, without the records', async () => {
    const project = await projectWithSteps(5);
    await project.undo();
    const newest = await newestSequence(project.database);
    const first = await readSteps(project.database, newest + 1, 3);
    expect(first.map(({ sequence, state }) => [sequence, state])).toEqual([
      [6, 'noted'],
      [5, 'undone'],
      [4, 'done'],
    ]);
    expect(first[2]).toMatchObject({ size: { added: 1, updated: 0, removed: 0 }, label: { params: { name: 'c4' } } });
    const rest = await readSteps(project.database, 4, 3);
    expect(rest.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    expect(await readSteps(project.database, 1, 3)).toEqual([]);
  });

  it('tells what is new and what has become of the rest', async () => {
    const project = await projectWithSteps(3);
    await project.travelTo(1);
    await project.commit(addCoding('new'), step('new'));
    expect((await readStepsAfter(project.database, 3)).map(({ sequence }) => sequence)).toEqual([5, 4]);
    expect([...(await readStates(project.database, 2))].toSorted(([a], [b]) => a - b)).toEqual([
      [2, 'dropped'],
      [3, 'dropped'],
      [4, 'noted'],
      [5, 'done'],
    ]);
  });

  it('has no hole to fall into where numbers are missing', async () => {
    const project = await projectWithSteps(6);
    await project.database.journal.bulkDelete([2, 3, 4, 5]);
    expect((await readSteps(project.database, 6, 2)).map(({ sequence }) => sequence)).toEqual([1]);
  });
});

it('takes back what squashing put together', () => {
  const changes: Change[] = [addCoding('a'), addCoding('b'), invert(addCoding('a'))];
  expect(squash(changes).codings?.added?.map(({ id }) => id)).toEqual(['b']);
});
