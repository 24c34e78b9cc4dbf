import Dexie from 'dexie';
import { bringForward, createAtLayout, PRESENT_LAYOUT } from '../database.ts';
import { BackupError } from './backup-error.ts';
import { readHeader, readLine, type BackupHeader } from './backup-format.ts';
import type { Told } from './dump-database.ts';
import { linesOf } from './lines-of.ts';

const RECORDS_PER_WRITE = 1000;
/** Texts are large; so many characters are written at a time at most. */
const CHARACTERS_PER_WRITE = 4_000_000;

/**
 * Makes a new database of a backup and brings it to the present layout. Whatever goes wrong, nothing of it is left.
 * @param bytes of the backup, uncompressed
 * @throws BackupError; Dexie's errors, e.g. when the disk is full
 */
export async function restoreDatabase(
  name: string,
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  tell: Told,
): Promise<BackupHeader> {
  try {
    const header = await fill(name, linesOf(bytes), tell);
    await bringForward(name);
    return header;
  } catch (error) {
    await Dexie.delete(name);
    throw error;
  }
}

async function fill(name: string, lines: AsyncGenerator<string>, tell: Told): Promise<BackupHeader> {
  const first = await lines.next();
  const header = readHeader(first.done ? '' : first.value, PRESENT_LAYOUT);
  const database = await createAtLayout(name, header.layout);
  try {
    const batch = new Batch(database);
    let end: number | null = null;
    for await (const text of lines) {
      if (end !== null) throw new BackupError('backupBroken');
      const line = readLine(text);
      if (line.kind === 'end') end = line.records;
      else if (await batch.add(line.table, line.record, text.length)) tell(batch.count, header.records);
    }
    await batch.write();
    tell(batch.count, header.records);
    const isWhole = end === batch.count && header.records === batch.count && (await holdsAProject(database));
    if (!isWhole) throw new BackupError('backupBroken');
    return header;
  } finally {
    database.close();
  }
}

/** Gathers records and writes them together. */
class Batch {
  count = 0;
  readonly #database: Dexie;
  #records = new Map<string, object[]>();
  #waiting = 0;
  #characters = 0;

  constructor(database: Dexie) {
    this.#database = database;
  }

  /** Answers whether a batch has been written. */
  async add(table: string, record: object, characters: number): Promise<boolean> {
    if (!this.#database.tables.some(({ name }) => name === table)) throw new BackupError('backupBroken');
    const records = this.#records.get(table);
    if (records) records.push(record);
    else this.#records.set(table, [record]);
    this.count++;
    this.#waiting++;
    this.#characters += characters;
    if (this.#waiting < RECORDS_PER_WRITE && this.#characters < CHARACTERS_PER_WRITE) return false;
    await this.write();
    return true;
  }

  async write(): Promise<void> {
    const records = this.#records;
    this.#records = new Map();
    this.#waiting = 0;
    this.#characters = 0;
    for (const [name, some] of records) {
      await this.#database
        .table(name)
        .bulkAdd(some)
        .catch((error: unknown) => {
          // Two records of one key, or one without: no database ever held that.
          throw isOfTheDisk(error) ? error : new BackupError('backupBroken');
        });
    }
  }
}

async function holdsAProject(database: Dexie): Promise<boolean> {
  const projects = (await database.table('project').toArray()) as { readonly name?: unknown }[];
  return projects.length === 1 && typeof projects[0]?.name === 'string';
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && /Quota/.test(`${error.name} ${error.message}`);
}
