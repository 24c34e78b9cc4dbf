import Dexie, { type Table } from 'dexie';
import { layoutOf, openAsItStands } from '../database.ts';
import { endLine, headerLine, recordLine } from './backup-format.ts';

export type Told = (finished: number, total: number) => void;

/** Kept by their hash and never changed: read after the rest, a few at a time. */
const UNCHANGING: readonly string[] = ['texts', 'originals'];
const RECORDS_PER_READ = 1000;
const TEXTS_PER_READ = 16;

const encoder = new TextEncoder();

/**
 * Everything a project's database holds, as the pieces of a backup, not yet compressed. The records are read in one
 * transaction: what is written is one moment of the project, whatever is coded meanwhile. Works on any layout and migrates
 * none.
 * @throws Dexie's errors where the database cannot be read
 */
export async function* dumpDatabase(name: string, madeAt: string, tell: Told): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const layout = (await layoutOf(name)) ?? 0;
  const database = await openAsItStands(name);
  try {
    const [unchanging, others] = partition(database.tables);
    const snapshot = await database.transaction('r', database.tables, async () => {
      const counts = await Promise.all(database.tables.map((table) => table.count()));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const projects = (await database.table('project').toArray()) as { readonly name: string }[];
      const ids = await Promise.all(unchanging.map((table) => table.toCollection().primaryKeys()));
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let finished = 0;
      for (const table of others) {
        await eachPage(table, (records) => {
          pieces.push(encode(table, records));
          tell((finished += records.length), total);
        });
      }
      return { total, finished, pieces, ids, project: projects[0]?.name ?? '' };
    });
    const { total, pieces, ids, project } = snapshot;
    let { finished } = snapshot;
    yield encoder.encode(headerLine({ project, layout, madeAt, records: total }));
    yield* pieces;
    for (const [at, table] of unchanging.entries()) {
      const keys = ids[at] ?? [];
      for (let from = 0; from < keys.length; from += TEXTS_PER_READ) {
        const records = (await table.bulkGet(keys.slice(from, from + TEXTS_PER_READ))) as object[];
        yield encode(table, records);
        tell((finished += records.length), total);
      }
    }
    yield encoder.encode(endLine(total));
  } finally {
    database.close();
  }
}

function partition(tables: readonly Table[]): [unchanging: Table[], others: Table[]] {
  const isUnchanging = ({ name }: Table): boolean => UNCHANGING.includes(name);
  return [tables.filter(isUnchanging), tables.filter((table) => !isUnchanging(table))];
}

async function eachPage(table: Table, take: (records: readonly object[]) => void): Promise<void> {
  const path = table.schema.primKey.keyPath as string;
  let last: unknown = Dexie.minKey;
  for (;;) {
    const page = (await table.where(':id').above(last).limit(RECORDS_PER_READ).toArray()) as Record<string, unknown>[];
    if (page.length === 0) return;
    take(page);
    last = page.at(-1)?.[path];
  }
}

function encode({ name }: Table, records: readonly object[]): Uint8Array<ArrayBuffer> {
  return encoder.encode(records.map((record) => recordLine(name, record)).join(''));
}
