import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';
import type { CodingSession } from './coding-session.ts';
import { RECENT_CODES, type GivenCodes } from './given-codes.ts';

const KEY = 'givenCodes';

/** The session takes up the codes given last when the project was open before, and remembers them from then on. */
export async function recallGivenCodes(project: OpenProject, session: CodingSession): Promise<void> {
  const stored = await loadViewState(project.database, KEY).catch(() => undefined);
  session.remember(readGivenBefore(stored, (id) => project.codes.has(id)));
  if (!project.isReadOnly) rememberGivenCodes(project, session);
}

/** Makes sense of whatever was stored; rubbish and codes that are gone are left out. */
export function readGivenBefore(stored: unknown, exists: (id: CodeId) => boolean): GivenCodes {
  const { recent, lastGiven } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    string,
    unknown
  >;
  const read = (list: unknown): CodeId[] => {
    const ids = (Array.isArray(list) ? (list as unknown[]) : []).filter((id) => typeof id === 'string') as CodeId[];
    return [...new Set(ids)].filter(exists);
  };
  return { recent: read(recent).slice(0, RECENT_CODES), lastGiven: read(lastGiven) };
}

function rememberGivenCodes(project: OpenProject, session: CodingSession): void {
  let { recent, lastGiven } = session.snapshot();
  session.subscribe(() => {
    const now = session.snapshot();
    if (now.recent === recent && now.lastGiven === lastGiven) return;
    ({ recent, lastGiven } = now);
    saveViewState(project.database, KEY, { recent, lastGiven } satisfies GivenCodes).catch(() => undefined);
  });
}
