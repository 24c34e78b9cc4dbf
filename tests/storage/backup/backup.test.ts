import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLine, recordLine } from '#storage/backup/backup-format.ts';
import { dumpInWorker, restoreInWorker } from '#storage/backup/run-backup.ts';
import { bringForward, layoutOf, PRESENT_LAYOUT } from '#storage/database.ts';
import { OpenProject } from '#storage/open-project.ts';
import type { CodebookVersionId, CodeSetId, CodingId } from '#domain/project/records.ts';
import { Registry } from '#storage/registry.ts';
import { saveViewState } from '#storage/view-state.ts';
import { storeTexts } from '#storage/texts.ts';
import { AT, aCode, aCoding, aMemo, aSource, testEnvironment } from '#tests/support/builders.ts';
import { contentsOf, frozenDatabases, thaw } from '#tests/support/database-dumps.ts';
import { installFakeBackupWorker } from '#tests/support/fake-worker.ts';

beforeAll(installFakeBackupWorker);

let number = 0;
const freshName = (): string => `postil-project-backup-${++number}`;

async function backUp(databaseName: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  await dumpInWorker({ databaseName, madeAt: AT }, async (bytes) => void pieces.push(bytes));
  return Buffer.concat(pieces);
}

/** Whether both files unpack to the same. */
function isSameInside(one: Uint8Array, other: Uint8Array): boolean {
  try {
    return gunzipSync(one).equals(gunzipSync(other));
  } catch {
    return false;
  }
}

/** Reads the file in small pieces, which cut lines and characters in two. */
function restore(file: Uint8Array, databaseName = freshName(), options = {}): ReturnType<typeof restoreInWorker> {
  let at = 0;
  const next = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
    const piece = new Uint8Array(file.subarray(at, at + 97));
    at += 97;
    return piece.length > 0 ? piece : null;
  };
  return restoreInWorker(databaseName, next, options);
}

/** A project that has something in every table, and a history. */
async function fullProject(codings = 3): Promise<string> {
  const environment = testEnvironment(crypto.randomUUID());
  const { databaseName } = await new Registry().create('Café “Lütt”', environment);
  const project = await OpenProject.open(databaseName, 'M. Holm', environment);
  const step = { label: { key: 'code', params: { name: 'x' } }, policy: 'undoable' } as const;
  const texts = [
    { sha256: 'text', text: '\uFEFFZeile\n👩🏽‍🚀 שלום “quoted” \\ \u2028 end' },
    { sha256: 'other', text: '' },
  ];
  await storeTexts(project.database, texts, [{ sha256: 'file', bytes: Uint8Array.of(0xff, 0xfe, 0, 0x80, 0x0a) }]);
  await project.commit({ sources: { added: [aSource()] }, codes: { added: [aCode()] } }, step);
  const added = Array.from({ length: codings }, (_, at) => aCoding({ id: `c${at}` as CodingId, weight: at % 100 }));
  await project.commit({ codings: { added } }, step);
  const set = { id: 's' as CodeSetId, name: 'S', description: '', codeIds: [], createdAt: AT, modifiedAt: AT };
  const version = { id: 'v' as CodebookVersionId, name: 'V', note: '', codes: [aCode()], sets: [], createdAt: AT };
  const createdBy = project.coderId;
  const codeSets = { added: [{ ...set, createdBy }] };
  const codebookVersions = { added: [{ ...version, createdBy }] };
  await project.commit({ memos: { added: [aMemo()] }, codeSets, codebookVersions }, step);
  await project.undo();
  await project.redo();
  await saveViewState(project.database, 'openSource', { ids: ['source'], at: 3 });
  await project.close();
  return databaseName;
}

describe('a backup', () => {
  it('holds every record of every table, and gives each back as it was', async () => {
    const original = await fullProject();
    const copy = freshName();
    const header = await restore(await backUp(original), copy);
    expect(header).toMatchObject({ project: 'Café “Lütt”', layout: PRESENT_LAYOUT, madeAt: AT });
    const contents = await contentsOf(original);
    expect(await contentsOf(copy)).toEqual(contents);
    expect(Object.keys(contents).filter((table) => contents[table]?.length === 0)).toEqual([]);
  });

  it.each(frozenDatabases)('of layout $version is brought forward with every record', async (dump) => {
    const original = freshName();
    await thaw(dump, original);
    const file = await backUp(original);
    expect(await layoutOf(original)).toBe(dump.version);
    const copy = freshName();
    await restore(file, copy);
    expect(await layoutOf(copy)).toBe(PRESENT_LAYOUT);
    await bringForward(original);
    expect(await contentsOf(copy)).toEqual(await contentsOf(original));
  });

  it('is gzip over lines of JSON that anybody can read', async () => {
    const lines = gunzipSync(await backUp(await fullProject()))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const [header, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
    expect(header).toMatchObject({ format: 'postil-backup/1', records: rest.length - 1 });
    expect(rest.at(-1)).toEqual({ end: rest.length - 1 });
    expect(rest).toContainEqual([
      'texts',
      { sha256: 'text', utf8: { $text: '\uFEFFZeile\n👩🏽‍🚀 שלום “quoted” \\ \u2028 end' } },
    ]);
  });

  it('goes page by page where there is much, and says how far it has come', async () => {
    const original = await fullProject(2500);
    const told: number[] = [];
    const pieces: Uint8Array[] = [];
    const onProgress = (finished: number): void => void told.push(finished);
    await dumpInWorker({ databaseName: original, madeAt: AT }, async (bytes) => void pieces.push(bytes), {
      onProgress,
    });
    const copy = freshName();
    await restore(Buffer.concat(pieces), copy);
    expect(await contentsOf(copy)).toEqual(await contentsOf(original));
    expect(told.at(-1)).toBeGreaterThan(2500);
  });

  it('ends with what the disk said when it cannot be written', async () => {
    const full = new Error('full');
    const dump = dumpInWorker({ databaseName: await fullProject(), madeAt: AT }, () => Promise.reject(full));
    await expect(dump).rejects.toBe(full);
  });
});

describe('a file that is no whole backup', () => {
  const lines = (...values: unknown[]): Buffer =>
    gzipSync(values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join(''));
  const header = { format: 'postil-backup/1', project: 'P', layout: 1, madeAt: AT, records: 1 };
  const record = ['project', { id: 'p', name: 'P', memo: '', createdAt: AT }];
  const end = { end: 1 };

  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'backupForeign'],
    ['a text', Buffer.from('Dear diary'), 'backupForeign'],
    ['something else in gzip', gzipSync('Dear diary\n'), 'backupForeign'],
    ['other JSON', lines({ name: 'x' }), 'backupForeign'],
    ['of a newer format', lines({ ...header, format: 'postil-backup/2' }, record, end), 'backupTooNew'],
    ['of a newer layout', lines({ ...header, layout: 99 }, record, end), 'backupTooNew'],
    ['of no layout', lines({ ...header, layout: 'x' }, record, end), 'backupBroken'],
    ['without its end', lines(header, record), 'backupBroken'],
    ['short of a record', lines({ ...header, records: 2 }, record, { end: 2 }), 'backupBroken'],
    ['with more after its end', lines(header, record, end, record), 'backupBroken'],
    ['with a table nobody knows', lines(header, ['inventions', { id: 'x' }], end), 'backupBroken'],
    ['with a record without its key', lines(header, ['project', { name: 'P' }], end), 'backupBroken'],
    ['with a record twice', lines({ ...header, records: 2 }, record, record, { end: 2 }), 'backupBroken'],
    ['without a project', lines(header, ['codes', { id: 'c' }], end), 'backupBroken'],
    ['with a line that is cut', lines(header, '["project",{"id":'), 'backupBroken'],
  ])('%s is told from one, and leaves nothing behind', async (_what, file, fault) => {
    const name = freshName();
    await expect(restore(file, name)).rejects.toMatchObject({ fault });
    expect(await layoutOf(name)).toBeNull();
  });

  it('cut off or damaged anywhere, never makes a project', async () => {
    const whole = await backUp(await fullProject());
    const place = fc.nat({ max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.boolean(), async (at, isCut) => {
        const damaged = isCut ? whole.subarray(0, at) : Buffer.from(whole);
        // Ten bytes into gzip the data begin; before that are facts about the file, some of which mean nothing to us.
        if (!isCut) damaged[at] = (damaged[at] ?? 0) ^ 0x10;
        if (!isCut && at < 10) return;
        const name = freshName();
        // The last byte of the packed data has bits to spare, on which nothing hangs.
        if (!isCut && isSameInside(damaged, whole)) return;
        await expect(restore(damaged, name)).rejects.toMatchObject({ name: 'BackupError' });
        expect(await layoutOf(name)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('is not made a project of when somebody stops it', async () => {
    const file = await backUp(await fullProject(3000));
    const name = freshName();
    const controller = new AbortController();
    const stopped = restore(file, name, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await Dexie.exists(name)).toBe(false);
  });
});

it('keeps any bytes as they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const line = readLine(recordLine('originals', { sha256: 'x', bytes }));
      expect(line).toEqual({ kind: 'record', table: 'originals', record: { sha256: 'x', bytes } });
    }),
  );
});
