import { inOrder } from '#features/corpus/index.ts';
import type { CodingSession } from '#features/coding/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import { emptyDesk, openOnDesk } from './desk-state.ts';
import { Desk } from './desk.ts';
import { readStoredDesk, type StoredDesk } from './stored-desk.ts';

const KEY = 'desk';
const SAVE_AFTER_MS = 50;

/** The desk as it was left; on the first day the first source of the list lies on it. Remembers itself from then on. */
export async function loadDesk(project: OpenProject, session: CodingSession): Promise<Desk> {
  const stored = await loadViewState(project.database, KEY).catch(() => undefined);
  const read = readStoredDesk(stored, (id) => project.sources.has(id));
  const desk = new Desk(project, session, stored === undefined ? { ...read, state: firstDesk(project) } : read);
  if (!project.isReadOnly) remember(project, desk);
  return desk;
}

function firstDesk(project: OpenProject): StoredDesk['state'] {
  const [first] = inOrder(project.sources.values());
  return first ? openOnDesk(emptyDesk, first.id, 'here') : emptyDesk;
}

function remember(project: OpenProject, desk: Desk): void {
  let timer = 0;
  desk.subscribe(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const stored: StoredDesk = { state: desk.snapshot(), places: desk.places };
      saveViewState(project.database, KEY, stored).catch(() => undefined);
    }, SAVE_AFTER_MS);
  });
}
