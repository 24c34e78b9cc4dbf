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

/**
 * Opens a project's database, migrating older layouts. Dexie opens a newer layout as it stands; `isReadOnly` then says that
 * it must not be written to.
 * @throws Dexie's errors where the browser cannot open it at all.
 */
export async function openDatabase(name: string): Promise<{ database: ProjectDatabase; isReadOnly: boolean }> {
  const database = new ProjectDatabase(name);
  await database.open();
  const stored = database.backendDB().version / DEXIE_VERSION_FACTOR;
  return { database, isReadOnly: stored > migrations.length };
}
