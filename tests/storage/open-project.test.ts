import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { invert, type Change } from '#domain/history/change.ts';
import { familyNames, type CodeId, type CodingId, type SourceId } from '#domain/project/records.ts';
import { OpenProject, type CommitRequest } from '#storage/open-project.ts';
import { Registry } from '#storage/registry.ts';
import { storeTexts } from '#storage/texts.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { aCode, aCoding, aSource, testEnvironment } from '#tests/support/builders.ts';

let number = 0;
const step: CommitRequest = { label: { key: 'code', params: { name: 'x' } }, policy: 'undoable' };
const environment = testEnvironment();

async function freshProject(): Promise<{ name: string; project: OpenProject }> {
  const registry = new Registry();
  const { databaseName } = await registry.create(`Project ${++number}`, environment);
  return { name: databaseName, project: await OpenProject.open(databaseName, 'M. Holm', environment) };
}

async function recordsOf(project: OpenProject): Promise<Record<string, unknown[]>> {
  const families = familyNames.filter((name) => name !== 'coders');
  return Object.fromEntries(
    await Promise.all(
      families.map(async (name) => [name, await project.database.table(name).orderBy('id').toArray()] as const),
    ),
  );
}

const addCoding = (id: string): Change => ({ codings: { added: [aCoding({ id: id as CodingId })] } });

describe('OpenProject', () => {
  it('notes on a code that gets another colour since when it means what it does', async () => {
    const { project } = await freshProject();
    const code = aCode();
    await project.commit({ codes: { added: [code] } }, step);
    const recoloured = { ...code, color: 'teal', modifiedAt: '2030-01-01T00:00:00.000Z' };
    await project.commit({ codes: { updated: [[code, recoloured]] } }, step);
    expect(project.codes.get(code.id)).toEqual({ ...recoloured, definedAt: code.modifiedAt });
    await project.close();
  });

  it('has a change on disk and in memory before it says so', async () => {
    const { name, project } = await freshProject();
    const heard = vi.fn();
    project.subscribe(heard);
    await project.commit(addCoding('one'), step);
    expect(heard.mock.calls.map(([change]) => change !== null)).toEqual([false, true]);
    expect(project.saveState.kind).toBe('saved');
    expect(project.counts.total).toBe(1);
    const second = await OpenProject.open(name, 'M. Holm', environment);
    expect(await second.database.codings.count()).toBe(1);
    expect(await second.database.journal.count()).toBe(1);
  });

  it('knows what is not on disk yet, and settles when it is: changes, steps back, and where one was', async () => {
    const { name, project } = await freshProject();
    expect(project.hasUnsaved).toBe(false);
    const changes = [addCoding('one'), addCoding('two')].map((change) => project.commit(change, step));
    const back = project.undo();
    const place = saveViewState(project.database, 'place', 7);
    expect(project.hasUnsaved).toBe(true);
    await project.settle();
    expect(project.hasUnsaved).toBe(false);
    await Promise.all([...changes, back, place]);
    const second = await OpenProject.open(name, 'M. Holm', environment);
    expect(await second.database.codings.toCollection().primaryKeys()).toEqual(['one']);
    expect(await loadViewState(second.database, 'place')).toBe(7);
  });

  it('tries once more, before it is closed, what could not be written, and is content when that fails again', async () => {
    const { name, project } = await freshProject();
    const { journal } = project.database;
    const add = journal.add.bind(journal);
    journal.add = () => Promise.reject(new Error('The disk is full')) as never;
    await expect(project.commit(addCoding('one'), step)).rejects.toThrow('full');
    await project.settle();
    expect(project.hasUnsaved).toBe(true);
    journal.add = add;
    await project.close();
    const second = await OpenProject.open(name, 'M. Holm', environment);
    expect(await second.database.codings.toCollection().primaryKeys()).toEqual(['one']);
  });

  it('lets go of its database only after the last place was remembered', async () => {
    const { name, project } = await freshProject();
    const place = saveViewState(project.database, 'place', 8);
    await project.close();
    await place;
    const second = await OpenProject.open(name, 'M. Holm', environment);
    expect(await loadViewState(second.database, 'place')).toBe(8);
  });

  it('undoes and redoes without limit, also after a restart', async () => {
    const { name, project } = await freshProject();
    const before = await recordsOf(project);
    for (let turn = 0; turn < 30; turn++) await project.commit(addCoding(`coding-${turn}`), step);
    const after = await recordsOf(project);
    await project.close();

    const again = await OpenProject.open(name, 'M. Holm', environment);
    expect(again.nextUndo).toEqual(step.label);
    for (let turn = 0; turn < 30; turn++) expect(await again.undo()).toEqual(step.label);
    expect(await again.undo()).toBeNull();
    expect(await recordsOf(again)).toEqual(before);
    await again.close();

    const third = await OpenProject.open(name, 'M. Holm', environment);
    for (let turn = 0; turn < 30; turn++) expect(await third.redo()).toEqual(step.label);
    expect(await third.redo()).toBeNull();
    expect(await recordsOf(third)).toEqual(after);
  });

  it('does a plan that was carried out twice at once only once, so that undo and counts stay right', async () => {
    const { project } = await freshProject();
    await project.loadAllCodings(() => Promise.resolve());
    await project.commit({ codes: { added: [aCode({ id: 'code' as CodeId })] } }, step);
    await project.commit(addCoding('one'), step);
    const removal: Change = { codings: { removed: [...project.codings.values()] } };
    const both = await Promise.allSettled([project.commit(removal, step), project.commit(removal, step)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(project.saveState.kind).toBe('saved');
    await project.undo();
    expect(project.counts.total).toBe(1);
    await project.undo();
    expect(project.counts.total).toBe(0);
    expect(project.codings.size).toBe(0);
  });

  it('forgets what was undone once something else is done, and keeps it in the journal', async () => {
    const { project } = await freshProject();
    await project.commit(addCoding('first'), step);
    await project.undo();
    await project.commit(addCoding('second'), step);
    expect(await project.redo()).toBeNull();
    const states = (await project.database.journal.toArray()).map(({ state }) => state);
    expect(states).toEqual(['dropped', 'noted', 'done']);
  });

  it('melts typing into one step', async () => {
    const { project } = await freshProject();
    const coding = aCoding();
    await project.commit({ codings: { added: [coding] } }, step);
    const typing: CommitRequest = { label: { key: 'codingMemo', params: { id: 'coding' } }, policy: 'joins-previous' };
    let from = coding;
    for (const memo of ['a', 'ab', 'abc']) {
      const to = { ...from, memo };
      await project.commit({ codings: { updated: [[from, to]] } }, typing);
      from = to;
    }
    await project.undo();
    expect(project.codings.get(coding.id)?.memo).toBe('');
    await project.redo();
    expect(project.codings.get(coding.id)?.memo).toBe('abc');
  });

  it('stores the coder with the first thing done under that name, and undo takes both back', async () => {
    const { project } = await freshProject();
    expect(project.coders.size).toBe(0);
    await project.commit(addCoding('one'), step);
    expect([...project.coders.values()].map(({ name }) => name)).toEqual(['M. Holm']);
    await project.undo();
    expect(project.coders.size).toBe(0);
    await project.commit(addCoding('two'), step);
    expect([...project.coders.values()].map(({ name }) => name)).toEqual(['M. Holm']);
  });

  it('says what is not saved, writes nothing in part, and catches up in order', async () => {
    const { project } = await freshProject();
    const { database } = project;
    await project.commit(addCoding('before'), step);
    const add = database.journal.add.bind(database.journal);
    const full = Object.assign(new Error('The disk is full'), { name: 'QuotaExceededError' });
    database.journal.add = () => Promise.reject(full) as never;
    await expect(project.commit(addCoding('one'), step)).rejects.toThrow('full');
    await expect(project.commit(addCoding('two'), step)).rejects.toThrow('full');
    expect(project.saveState).toMatchObject({ kind: 'failed', isDiskFull: true });
    expect([...project.codings.keys()]).toEqual(['before']);
    expect(await database.codings.count()).toBe(1);
    database.journal.add = add;
    await project.tryAgain();
    expect([...project.codings.keys()]).toEqual(['before', 'one', 'two']);
    expect(await database.codings.count()).toBe(3);
    expect(project.saveState.kind).toBe('saved');
  });

  it('counts right while codings are still being read and others come and go', async () => {
    const { name, project } = await freshProject();
    const codings = Array.from({ length: 9_000 }, (_, at) =>
      aCoding({ id: `c${String(at).padStart(5, '0')}` as CodingId }),
    );
    await project.commit({ codings: { added: codings } }, step);
    await project.close();
    const again = await OpenProject.open(name, 'M. Holm', environment);
    const [first, , last] = [codings[0], codings[1], codings[8_999]];
    let turns = 0;
    await again.loadAllCodings(async () => {
      if (turns++ > 0 || !first || !last) return;
      await again.commit({ codings: { removed: [first, last] } }, step);
      await again.commit(addCoding('new'), step);
    });
    expect(again.counts.total).toBe(8_999);
    expect(again.codings.size).toBe(8_999);
  });

  it('keeps texts out of the journal, so undoing an import can be redone', async () => {
    const { project } = await freshProject();
    await storeTexts(project.database, [{ sha256: 'text', text: 'Some words.' }], []);
    await project.commit({ sources: { added: [aSource()] } }, step);
    await project.undo();
    expect(project.sources.size).toBe(0);
    await project.redo();
    expect((await project.loadSource('source' as SourceId)).text).toBe('Some words.');
  });

  it('is back where it was after any mixture of doing, undoing and redoing', async () => {
    const action = fc.constantFrom('do', 'undo', 'redo');
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        const { project } = await freshProject();
        // The model: a list of ids and a position in it.
        let done: string[] = [];
        let undone: string[] = [];
        for (const [at, what] of actions.entries()) {
          if (what === 'do') {
            await project.commit(addCoding(`c${at}`), step);
            done.push(`c${at}`);
            undone = [];
          } else if (what === 'undo') {
            await project.undo();
            undone = [...done.slice(-1), ...undone];
            done = done.slice(0, -1);
          } else {
            await project.redo();
            done.push(...undone.slice(0, 1));
            undone = undone.slice(1);
          }
        }
        expect([...project.codings.keys()].sort()).toEqual([...done].sort());
        expect((await project.database.codings.toCollection().primaryKeys()).sort()).toEqual([...done].sort());
        expect(project.nextUndo !== null).toBe(done.length > 0);
        expect(project.nextRedo !== null).toBe(undone.length > 0);
        await project.close();
      }),
      { numRuns: 12 },
    );
  });

  it('opens what a newer Postil wrote to read, and refuses to change it', async () => {
    const { name, project } = await freshProject();
    await project.commit({ codes: { added: [aCode({ id: 'kept' as CodeId })] } }, step);
    await project.close();
    const newer = new Dexie(name);
    newer.version(99).stores({
      project: 'id',
      coders: 'id',
      sources: 'id',
      codes: 'id',
      codings: 'id, sourceId',
      texts: 'sha256',
      originals: 'sha256',
      journal: '++sequence, [state+sequence]',
      viewState: 'key',
      inventions: 'id',
    });
    await newer.open();
    newer.close();
    const again = await OpenProject.open(name, 'M. Holm', environment);
    expect(again.isReadOnly).toBe(true);
    expect([...again.codes.keys()]).toEqual(['kept']);
    await expect(again.commit(addCoding('no'), step)).rejects.toThrow();
    await expect(again.undo()).rejects.toThrow();
    expect(await again.database.codings.count()).toBe(0);
  });

  it('writes the inverse of a change exactly', async () => {
    const { project } = await freshProject();
    const before = await recordsOf(project);
    const change: Change = { codes: { added: [aCode()] }, codings: { added: [aCoding()] } };
    await project.commit(change, step);
    await project.commit(invert(change), step);
    expect(await recordsOf(project)).toEqual(before);
  });
});
