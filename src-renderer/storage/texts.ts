import type { ProjectDatabase, StoredOriginal } from './database.ts';
import { writeInTurn } from './write-in-turn.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Stores texts ahead of the sources that will refer to them. Keyed by their hash and never changed, they need no journal:
 * a text without a source is invisible, and undoing an import can be redone without reading the files again.
 * @param texts normalised, so without lone surrogates, which UTF-8 could not hold
 */
export async function storeTexts(
  database: ProjectDatabase,
  texts: readonly { readonly sha256: string; readonly text: string }[],
  originals: readonly StoredOriginal[],
): Promise<void> {
  const stored = texts.map(({ sha256, text }) => ({ sha256, utf8: encoder.encode(text) }));
  await writeInTurn(database, [database.texts, database.originals], async () => {
    await database.texts.bulkPut(stored);
    if (originals.length > 0) await database.originals.bulkPut([...originals]);
  });
}

/** Stored texts by their hash; one that is not there is not in the answer. */
export async function loadTexts(database: ProjectDatabase, hashes: readonly string[]): Promise<Map<string, string>> {
  const stored = await database.texts.bulkGet([...hashes]);
  return new Map(stored.flatMap((text) => (text ? [[text.sha256, decoder.decode(text.utf8)] as const] : [])));
}
