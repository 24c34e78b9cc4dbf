import Dexie, { type EntityTable, type Table } from 'dexie';
import type {
  Code,
  CodeSet,
  CodebookVersion,
  Coder,
  Coding,
  Memo,
  ProjectRecord,
  Source,
} from '#domain/project/records.ts';
import type { JournalEntry } from '#domain/history/journal-entry.ts';
import { migrations } from './migrations/index.ts';

/** As UTF-8: half the size of a string that holds one curly quote, and a third quicker to write. */
export interface StoredText {
  readonly sha256: string;
  readonly utf8: Uint8Array;
}

export interface StoredOriginal {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface ViewStateEntry {
  readonly key: string;
  readonly value: unknown;
}

/** One project's database. Transactions are `strict`: resolved means on disk, also after a power cut. */
export class ProjectDatabase extends Dexie {
  declare project: EntityTable<ProjectRecord, 'id'>;
  declare coders: EntityTable<Coder, 'id'>;
  declare sources: EntityTable<Source, 'id'>;
  declare codes: EntityTable<Code, 'id'>;
  declare codings: EntityTable<Coding, 'id'>;
  declare memos: EntityTable<Memo, 'id'>;
  declare codeSets: EntityTable<CodeSet, 'id'>;
  declare codebookVersions: EntityTable<CodebookVersion, 'id'>;
  declare texts: Table<StoredText, string>;
  declare originals: Table<StoredOriginal, string>;
  declare journal: Table<JournalEntry, number, Omit<JournalEntry, 'sequence'>>;
  declare viewState: Table<ViewStateEntry, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const migration of migrations) {
      const version = this.version(migration.version).stores(migration.stores);
      if ('upgrade' in migration) version.upgrade(migration.upgrade);
    }
  }
}

/** IndexedDB counts whole numbers; Dexie stores ten times its own, to leave room for halves. */
const DEXIE_VERSION_FACTOR = 10;

/** The layout that this Postil writes. */
export const PRESENT_LAYOUT = migrations.length;

/** A project was saved by an older Postil: to be backed up and brought forward before it is opened. Nothing was changed. */
export class OlderLayoutError extends Error {
  override readonly name = 'OlderLayoutError';
}

/** The layout a database is stored in, found without opening it; null when there is none of that name. */
export async function layoutOf(name: string): Promise<number | null> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  return found?.version === undefined ? null : Math.floor(found.version / DEXIE_VERSION_FACTOR);
}

/**
 * Opens a project's database. A newer layout is opened as it stands; `isReadOnly` then says that it must not be written to.
 * @throws OlderLayoutError when it has to be brought forward first
 * @throws Dexie's errors where the browser cannot open it at all.
 */
export async function openDatabase(name: string): Promise<{ database: ProjectDatabase; isReadOnly: boolean }> {
  const layout = await layoutOf(name);
  if (layout !== null && layout < PRESENT_LAYOUT) throw new OlderLayoutError();
  const database = new ProjectDatabase(name);
  await database.open();
  return { database, isReadOnly: layout !== null && layout > PRESENT_LAYOUT };
}

/** Brings a database of an older layout to the present one. Whoever calls this has a backup of it. */
export async function bringForward(name: string): Promise<void> {
  const database = new ProjectDatabase(name);
  await database.open();
  database.close();
}

/** An empty database as an older Postil would have made it. */
export async function createAtLayout(name: string, layout: number): Promise<Dexie> {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  for (const { version, stores } of migrations.slice(0, layout)) database.version(version).stores(stores);
  await database.open();
  return database;
}

/** A database as it stands, whatever its layout: nothing is migrated. */
export async function openAsItStands(name: string): Promise<Dexie> {
  const database = new Dexie(name, { cache: 'disabled' });
  await database.open();
  return database;
}
