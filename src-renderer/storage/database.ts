import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Coder, Code, Coding, ProjectRecord, Source } from '#domain/project/records.ts';
import type { JournalEntry } from '#domain/history/journal-entry.ts';
import { migrations } from './migrations/index.ts';

export interface StoredText {
  readonly sha256: string;
  readonly text: string;
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
  declare texts: Table<StoredText, string>;
  declare originals: Table<StoredOriginal, string>;
  declare journal: Table<JournalEntry, number, Omit<JournalEntry, 'sequence'>>;
  declare viewState: Table<ViewStateEntry, string>;

  /** @param isNewer the stored layout is newer than this app: take it as it is, to read only. */
  constructor(name: string, { isNewer = false } = {}) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    if (isNewer) return;
    for (const { version, stores } of migrations) this.version(version).stores(stores);
  }
}

/**
 * Opens a project's database, migrating older layouts. A newer layout is opened as it stands, and `isReadOnly` says so.
 * @throws Dexie's errors where the browser cannot open it at all.
 */
export async function openDatabase(name: string): Promise<{ database: ProjectDatabase; isReadOnly: boolean }> {
  const database = new ProjectDatabase(name);
  try {
    await database.open();
    return { database, isReadOnly: false };
  } catch (error) {
    if (!(error instanceof Dexie.VersionError)) throw error;
    const newer = new ProjectDatabase(name, { isNewer: true });
    await newer.open();
    for (const table of newer.tables) Object.defineProperty(newer, table.name, { value: table, configurable: true });
    return { database: newer, isReadOnly: true };
  }
}
