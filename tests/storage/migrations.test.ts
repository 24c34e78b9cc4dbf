import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { testEnvironment } from '#tests/support/builders.ts';

interface Dump {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: Record<string, readonly unknown[]>;
}

const folder = fileURLToPath(new URL('../fixtures/databases', import.meta.url));
/** JSON has no bytes: a text is an array of numbers there. */
const toBytes = (key: string, value: unknown): unknown => (key === 'utf8' ? Uint8Array.from(value as number[]) : value);
const dumps = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'), toBytes) as Dump);

/** Builds a database as that version of Postil left it. */
async function thaw({ version, stores, rows }: Dump, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  await old.open();
  for (const [table, records] of Object.entries(rows)) await old.table(table).bulkAdd([...records]);
  old.close();
}

type Row = Record<string, unknown>;

/** What version 2 makes of the fields `memo` of version 1, in the records and in the journal. */
function withMemosOutOfFields(rows: Dump['rows']): Record<string, readonly unknown[]> {
  const bare = (record: unknown): Row => {
    const { memo: _, ...rest } = record as Row;
    return rest;
  };
  const [project, source, coder] = ['project', 'sources', 'coders'].map((table) => rows[table]?.[0] as Row);
  const onProject = {
    id: project?.id,
    subject: { kind: 'project' },
    type: 'note',
    title: '',
    body: 'Who is awake, and for whose sake?',
    createdAt: project?.createdAt,
    modifiedAt: project?.createdAt,
    createdBy: coder?.id,
  };
  const onSource = {
    ...onProject,
    id: source?.id,
    subject: { kind: 'source', sourceId: source?.id },
    body: 'Read twice.\n\nThe \\*lamp\\* is a promise - says who?',
    createdAt: source?.importedAt,
    modifiedAt: source?.importedAt,
  };
  const [sample, edit, ...later] = rows.journal as Row[];
  return {
    ...rows,
    project: [bare(project)],
    sources: [bare(source)],
    memos: [onProject, onSource].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    journal: [
      {
        ...sample,
        change: {
          project: { updated: [[bare(project), bare(project)]] },
          sources: { added: [bare(source)] },
          memos: { added: [onProject, onSource], updated: [], removed: [] },
        },
      },
      {
        ...edit,
        change: {
          sources: { updated: [[bare(source), bare(source)]] },
          memos: { added: [onSource], updated: [], removed: [] },
        },
      },
      ...later,
    ],
  };
}

describe('migrations', () => {
  it('are numbered without gaps, each with a frozen dump', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    expect(dumps.map(({ version }) => version).sort((a, b) => a - b)).toEqual(migrations.map(({ version }) => version));
  });

  it.each(dumps)('bring version $version to the present with every record', async (dump) => {
    const name = `thawed-${dump.version}`;
    await thaw(dump, name);
    const { database, isReadOnly } = await openDatabase(name);
    expect(isReadOnly).toBe(false);
    expect(database.verno).toBe(migrations.length);
    const expected = dump.version === 1 ? withMemosOutOfFields(dump.rows) : dump.rows;
    for (const [table, records] of Object.entries(expected)) {
      expect(await database.table(table).toArray(), table).toEqual(records);
    }
    database.close();
  });

  it('can still undo what was done before memos were records', async () => {
    const dump = dumps.find(({ version }) => version === 1) as Dump;
    await thaw(dump, 'thawed-undo');
    const project = await OpenProject.open('thawed-undo', 'M. Holm', testEnvironment());
    expect(project.memos.size).toBe(2);
    await project.undo();
    await project.undo();
    expect([project.memos.size, project.sources.size]).toEqual([0, 0]);
    await project.redo();
    expect([project.memos.size, project.sources.size]).toEqual([2, 1]);
    await project.close();
  });
});
