import type { Change } from '#domain/history/change.ts';
import { familyNames, type FamilyName } from '#domain/project/records.ts';
import type { ProjectDatabase } from './database.ts';

/** As many as are handed to the database in a few milliseconds; between two slices the window has its turn. */
const RECORDS_PER_SLICE = 1000;

/**
 * Writes the records of a change; to be called inside a transaction over the tables it touches. What is large is written in
 * slices of the same transaction, so that it is as whole as what is small, and still nothing stands still.
 */
export async function writeRecords(database: ProjectDatabase, change: Change): Promise<void> {
  // Families together: each answer waited for on its own would cost a turn to the browser and back.
  await Promise.all(familyNames.map((name) => writeFamily(database, name, change)));
}

async function writeFamily(database: ProjectDatabase, name: FamilyName, change: Change): Promise<void> {
  const family = change[name];
  if (!family) return;
  const table = database.table<{ readonly id: string }, string>(name);
  const removed = (family.removed ?? []).map(({ id }) => id);
  const written = [...(family.added ?? []), ...(family.updated ?? []).map(([, to]) => to)];
  for (let at = 0; at < removed.length; at += RECORDS_PER_SLICE) {
    await table.bulkDelete(removed.slice(at, at + RECORDS_PER_SLICE));
  }
  for (let at = 0; at < written.length; at += RECORDS_PER_SLICE) {
    await table.bulkPut(written.slice(at, at + RECORDS_PER_SLICE));
  }
}
