import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { bringForward, layoutOf, OlderLayoutError, openDatabase, PRESENT_LAYOUT } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { testEnvironment } from '#tests/support/builders.ts';
import { contentsOf, frozenDatabases, thaw, type FrozenDatabase } from '#tests/support/database-dumps.ts';

type Row = Record<string, unknown>;

/** What version 2 makes of the fields `memo` of version 1, in the records and in the journal. */
function withMemosOutOfFields(rows: FrozenDatabase['rows']): Record<string, readonly unknown[]> {
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
    expect(frozenDatabases.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      migrations.map(({ version }) => version),
    );
  });

  it.each(frozenDatabases)('bring version $version to the present with every record', async (dump) => {
    const name = `thawed-${dump.version}`;
    await thaw(dump, name);
    await bringForward(name);
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
    const dump = frozenDatabases.find(({ version }) => version === 1) as FrozenDatabase;
    await thaw(dump, 'thawed-undo');
    await bringForward('thawed-undo');
    const project = await OpenProject.open('thawed-undo', 'M. Holm', testEnvironment());
    expect(project.memos.size).toBe(2);
    await project.undo();
    await project.undo();
    expect([project.memos.size, project.sources.size]).toEqual([0, 0]);
    await project.redo();
    expect([project.memos.size, project.sources.size]).toEqual([2, 1]);
    await project.close();
  });

  it.each(frozenDatabases.filter(({ version }) => version < PRESENT_LAYOUT))(
    'do not run on version $version by opening it alone',
    async (dump) => {
      const name = `untouched-${dump.version}`;
      await thaw(dump, name);
      const before = await contentsOf(name);
      await expect(openDatabase(name)).rejects.toThrow(OlderLayoutError);
      expect(await layoutOf(name)).toBe(dump.version);
      expect(await contentsOf(name)).toEqual(before);
    },
  );
});
