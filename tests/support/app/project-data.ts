import type { Page } from '@playwright/test';
import type { Coder, Code, Coding, ProjectRecord, Source } from '#domain/project/records.ts';
import type { JournalEntry } from '#domain/history/journal-entry.ts';

/** All that is on disk of a project, as the browser's own storage hands it out: nothing of the app is in between. */
export interface ProjectData {
  readonly project: ProjectRecord[];
  readonly coders: Coder[];
  readonly sources: Source[];
  readonly codes: Code[];
  readonly codings: Coding[];
  readonly texts: { readonly sha256: string; readonly text: string }[];
  readonly journal: JournalEntry[];
  readonly viewState: { readonly key: string; readonly value: unknown }[];
}

/** Reads the one project there is, or that of this name. */
export function readProjectData(page: Page, name: string | null = null): Promise<ProjectData> {
  return page.evaluate(readInPage, name);
}

/** The records that undo brings back, in an order of their own. */
export function recordsOf({ project, coders, sources, codes, codings }: ProjectData): Record<string, unknown> {
  const byId = <R extends { readonly id: string }>(records: readonly R[]): R[] =>
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    project: byId(project),
    coders: byId(coders),
    sources: byId(sources),
    codes: byId(codes),
    codings: byId(codings),
  };
}

async function readInPage(name: string | null): Promise<ProjectData> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const stores = ['project', 'coders', 'sources', 'codes', 'codings', 'texts', 'journal', 'viewState'] as const;
  const known = (await indexedDB.databases()).map((database) => database.name ?? '');
  for (const databaseName of known.filter((each) => each.startsWith('postil-project-'))) {
    const database = await answer(indexedDB.open(databaseName));
    const transaction = database.transaction(stores, 'readonly');
    const contents = await Promise.all(
      stores.map(async (store) => [store, await answer(transaction.objectStore(store).getAll())] as const),
    );
    database.close();
    const data = Object.fromEntries(contents) as unknown as ProjectData;
    // Texts lie on disk as UTF-8.
    const utf8 = data.texts as unknown as { sha256: string; utf8: Uint8Array }[];
    const texts = utf8.map((stored) => ({ sha256: stored.sha256, text: new TextDecoder().decode(stored.utf8) }));
    if (name === null || data.project[0]?.name === name) return { ...data, texts };
  }
  throw new Error(`no project ${name ?? ''} in ${known.join(', ')}`);
}
