import type Dexie from 'dexie';
import type { Table } from 'dexie';

const lastWrites = new Map<string, Promise<unknown>>();
let underWay = 0;

/**
 * One writing transaction after the other, of each database. When two are both half written as the machine stops, Chromium (130
 * and 156, tried) reports corruption at the next start and clears every project there is. One alone it takes back as it should. What we
 * take for the cause stands in this layer's README.
 *
 * @throws what the transaction throws; later ones are not held up by it
 */
export function writeInTurn<T>(database: Dexie, tables: Table[], scope: () => PromiseLike<T>): Promise<T> {
  underWay++;
  const result = (lastWrites.get(database.name) ?? Promise.resolve()).then(() =>
    database.transaction('rw', tables, scope),
  );
  const settle = (): void => {
    underWay--;
  };
  lastWrites.set(database.name, result.then(settle, settle));
  return result;
}

/** Whether something is being written, or waits for its turn, of any database. */
export function areWritesUnderWay(): boolean {
  return underWay > 0;
}

/** Resolves when nothing is written any more, whether it could be or not. */
export async function whenWritten(): Promise<void> {
  while (areWritesUnderWay()) await Promise.all(lastWrites.values());
}
