import type Dexie from 'dexie';
import type { Table } from 'dexie';

const lastWrites = new Map<string, Promise<unknown>>();

/**
 * One writing transaction after the other, of each database. When two are both half written as the machine stops, Chromium (130
 * and 156, tried) reports corruption at the next start and clears every project there is. One alone it takes back as it should. What we
 * take for the cause stands in this layer's README.
 *
 * @throws what the transaction throws; later ones are not held up by it
 */
export function writeInTurn<T>(database: Dexie, tables: Table[], scope: () => PromiseLike<T>): Promise<T> {
  const result = (lastWrites.get(database.name) ?? Promise.resolve()).then(() =>
    database.transaction('rw', tables, scope),
  );
  const settled = result.then(
    () => undefined,
    () => undefined,
  );
  lastWrites.set(database.name, settled);
  return result;
}
