import type { ProjectDatabase } from './database.ts';
import { writeInTurn } from './write-in-turn.ts';

/** Reads a remembered place or size; undefined when nothing was remembered. The caller checks what it gets. */
export async function loadViewState(database: ProjectDatabase, key: string): Promise<unknown> {
  return (await database.viewState.get(key))?.value;
}

/** Remembers where one was; not a change of the project, so neither journalled nor undone. */
export async function saveViewState(database: ProjectDatabase, key: string, value: unknown): Promise<void> {
  await writeInTurn(database, [database.viewState], () => database.viewState.put({ key, value }));
}
