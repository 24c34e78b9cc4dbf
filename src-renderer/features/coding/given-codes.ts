import type { CodeId } from '#domain/project/records.ts';
import type { SessionState } from './session-state.ts';

/** What a person has given: found again when the project is opened anew. */
export type GivenCodes = Pick<SessionState, 'recent' | 'lastGiven'>;

export const RECENT_CODES = 9;

/** @param isSamePassage codes given one after the other to one passage are given together: "again" means them all */
export function giveCodes(before: GivenCodes, codeIds: readonly CodeId[], isSamePassage: boolean): GivenCodes {
  const { recent, lastGiven } = before;
  return {
    recent: [...codeIds, ...recent.filter((id) => !codeIds.includes(id))].slice(0, RECENT_CODES),
    lastGiven: [...new Set([...(isSamePassage ? lastGiven : []), ...codeIds])],
  };
}

/** Codes that are gone cannot be given again, nor pasted. */
export function forgetCodes(
  { recent, lastGiven, copied }: GivenCodes & Pick<SessionState, 'copied'>,
  isThere: (id: CodeId) => boolean,
): GivenCodes & Pick<SessionState, 'copied'> {
  return { recent: recent.filter(isThere), lastGiven: lastGiven.filter(isThere), copied: copied.filter(isThere) };
}
