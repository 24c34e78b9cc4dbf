import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';

/** A database as an earlier Postil left it, frozen in `tests/fixtures/databases`. */
export interface FrozenDatabase {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: Record<string, readonly unknown[]>;
}

const folder = fileURLToPath(new URL('../fixtures/databases', import.meta.url));
/** JSON has no bytes: a text is an array of numbers there. */
const toBytes = (key: string, value: unknown): unknown => (key === 'utf8' ? Uint8Array.from(value as number[]) : value);

export const frozenDatabases: readonly FrozenDatabase[] = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'), toBytes) as FrozenDatabase,
);

/** Builds a database as that version of Postil left it. */
export async function thaw({ version, stores, rows }: FrozenDatabase, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  await old.open();
  for (const [table, records] of Object.entries(rows)) await old.table(table).bulkAdd([...records]);
  old.close();
}

/** Every record of a database as it stands, by table. */
export async function contentsOf(name: string): Promise<Record<string, unknown[]>> {
  const database = new Dexie(name);
  await database.open();
  const tables = database.tables.map(async (table) => [table.name, await table.toArray()] as const);
  const contents = Object.fromEntries(await Promise.all(tables));
  database.close();
  return contents;
}
