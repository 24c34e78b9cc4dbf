import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#storage/database.ts';
import { migrations } from '#storage/migrations/index.ts';

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
    for (const [table, records] of Object.entries(dump.rows)) {
      expect(await database.table(table).toArray(), table).toEqual(records);
    }
    database.close();
  });
});
