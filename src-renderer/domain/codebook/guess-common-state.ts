import type { Code, CodebookVersion } from '#domain/project/records.ts';
import { compareFields } from './compare-codebooks.ts';
import { matchByName } from './match-codebooks.ts';

/**
 * The version two codebooks most likely both came from: the one of whose codes theirs has most, unchanged ones counting double; of
 * two that fit alike the later. Null where theirs has less than half of the codes of any.
 */
export function guessCommonState(
  versions: readonly CodebookVersion[],
  theirs: readonly Code[],
): CodebookVersion | null {
  let best: { readonly version: CodebookVersion; readonly fit: number } | null = null;
  for (const version of versions) {
    const fit = fitOf(version, theirs);
    if (fit === null) continue;
    const isBetter = !best || fit > best.fit || (fit === best.fit && version.createdAt > best.version.createdAt);
    if (isBetter) best = { version, fit };
  }
  return best?.version ?? null;
}

function fitOf({ codes }: CodebookVersion, theirs: readonly Code[]): number | null {
  const shared = matchByName({ base: null, ours: codes, theirs }).filter(({ by }) => by !== 'new');
  if (codes.length === 0 || shared.length * 2 < codes.length) return null;
  const unchanged = shared.filter(
    ({ ours, theirs: code }) => ours?.name === code.name && compareFields(ours, code).length === 0,
  );
  // What a version has and they have not speaks against it, and so does what they have and it has not.
  return shared.length + unchanged.length - (codes.length - shared.length) - (theirs.length - shared.length);
}
