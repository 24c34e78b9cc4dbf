import Dexie, { type EntityTable } from 'dexie';
import type { Environment } from '#domain/project/environment.ts';
import type { ProjectRecord } from '#domain/project/records.ts';
import { openDatabase, ProjectDatabase } from './database.ts';
import { writeInTurn } from './write-in-turn.ts';

/** What the welcome screen and `postil projects` say about a project without opening it. */
export interface RegisteredProject {
  readonly id: string;
  readonly name: string;
  readonly databaseName: string;
  readonly createdAt: string;
  readonly openedAt: string;
  readonly sources: number;
  readonly codes: number;
  readonly codings: number;
  /** Sources with at least one coding. */
  readonly codedSources: number;
}

class RegistryDatabase extends Dexie {
  declare projects: EntityTable<RegisteredProject, 'id'>;
  constructor() {
    super('postil-registry', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ projects: 'id, name, openedAt' });
  }
}

const DATABASE_PREFIX = 'postil-project-';

/** The name of the database of the project with this id in the list. */
export function databaseNameOf(id: string): string {
  return DATABASE_PREFIX + id;
}

/** The list of all projects of this data folder. */
export class Registry {
  readonly #database = new RegistryDatabase();

  /** Most recently opened first. */
  async list(): Promise<RegisteredProject[]> {
    return this.#database.projects.orderBy('openedAt').reverse().toArray();
  }

  /** By exact name; of several the most recently opened one. */
  async findByName(name: string): Promise<RegisteredProject | undefined> {
    return (await this.list()).find((project) => project.name === name);
  }

  /** Makes an empty project. Its name need not be unique here; callers that need that look first. */
  async create(name: string, environment: Environment): Promise<RegisteredProject> {
    const id = environment.newId();
    const now = environment.now();
    const databaseName = databaseNameOf(id);
    const record: ProjectRecord = { id, name, createdAt: now };
    const database = new ProjectDatabase(databaseName);
    await database.open();
    await database.project.add(record);
    database.close();
    const registered = {
      id,
      name,
      databaseName,
      createdAt: now,
      openedAt: now,
      sources: 0,
      codes: 0,
      codings: 0,
      codedSources: 0,
    };
    // Registered last: a crash before this leaves an unlisted empty database, never a listed project without one.
    await this.#write(() => this.#database.projects.add(registered));
    return registered;
  }

  /**
   * Enters a project that has been brought into a database of its own, e.g. from a backup, under this name.
   * @throws Error when the database holds no project
   */
  async adopt(databaseName: string, name: string, environment: Environment): Promise<RegisteredProject> {
    const { database } = await openDatabase(databaseName);
    try {
      const [record] = await database.project.toArray();
      if (!record) throw new Error(`no project in ${databaseName}`);
      if (record.name !== name) await database.project.put({ ...record, name });
      const [sources, codes, codings, coded] = await countAll(database);
      const now = environment.now();
      const { createdAt } = record;
      // Its own record may have the id of a project that is here too: it was made from that one.
      const id = databaseName.slice(DATABASE_PREFIX.length);
      const counts = { sources, codes, codings, codedSources: coded.length };
      const registered = { id, name, databaseName, createdAt, openedAt: now, ...counts };
      await this.#write(() => this.#database.projects.add(registered));
      return registered;
    } finally {
      database.close();
    }
  }

  async update(id: string, changes: Partial<Omit<RegisteredProject, 'id' | 'databaseName'>>): Promise<void> {
    await this.#write(() => this.#database.projects.update(id, changes));
  }

  /** Deletes the project with everything in it; the files it was imported from are untouched. */
  async remove(id: string): Promise<void> {
    const project = await this.#database.projects.get(id);
    await this.#write(() => this.#database.projects.delete(id));
    if (project) await Dexie.delete(project.databaseName);
  }

  #write<T>(scope: () => PromiseLike<T>): Promise<T> {
    return writeInTurn(this.#database, [this.#database.projects], scope);
  }

  close(): void {
    this.#database.close();
  }
}

/** How many sources, codes and codings there are, and which sources have codings. */
export function countAll(database: ProjectDatabase) {
  return Promise.all([
    database.sources.count(),
    database.codes.count(),
    database.codings.count(),
    database.codings.orderBy('sourceId').uniqueKeys(),
  ]);
}
