import { layoutOf, openDatabase, PRESENT_LAYOUT } from '#storage/database.ts';
import { countAll } from '#storage/registry.ts';
import { openProjects, registry } from './projects-at-hand.ts';

/**
 * Counts anew what the project opened last holds. Its window may have been closed, or the machine have lost power, between
 * its last change and the moment the list would have been told; of all others the list knows.
 */
export async function recountLast(): Promise<void> {
  const [last] = await registry.list();
  if (!last || openProjects.has(last.id)) return;
  // An older one is left as it is until somebody opens it.
  if ((await layoutOf(last.databaseName)) !== PRESENT_LAYOUT) return;
  const { database } = await openDatabase(last.databaseName);
  try {
    const [sources, codes, codings, coded] = await countAll(database);
    const counted = { sources, codes, codings, codedSources: coded.length };
    const isKnown = Object.entries(counted).every(([name, count]) => last[name as keyof typeof counted] === count);
    if (!isKnown) await registry.update(last.id, counted);
  } finally {
    database.close();
  }
}
