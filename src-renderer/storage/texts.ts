import type { ProjectDatabase, StoredOriginal, StoredText } from './database.ts';

/**
 * Stores texts ahead of the sources that will refer to them. Keyed by their hash and never changed, they need no journal:
 * a text without a source is invisible, and undoing an import can be redone without reading the files again.
 */
export async function storeTexts(
  database: ProjectDatabase,
  texts: readonly StoredText[],
  originals: readonly StoredOriginal[],
): Promise<void> {
  await database.transaction('rw', [database.texts, database.originals], async () => {
    await database.texts.bulkPut([...texts]);
    if (originals.length > 0) await database.originals.bulkPut([...originals]);
  });
}
