import type { Change } from '#domain/history/change.ts';
import type { Code } from '#domain/project/records.ts';
import { meansTheSame } from './compare-codebooks.ts';

/** Since when a code has the name and the description it has, ISO 8601. Of one that was last written before this was noted, at the latest. */
export function definedAtOf({ definedAt, modifiedAt }: Code): string {
  return definedAt ?? modifiedAt;
}

/**
 * The change, with it noted on codes that mean what they meant (another colour, key or place) since when they do. Passed through
 * before texts follow what they name: that is no edit.
 */
export function withMeaningDated(change: Change): Change {
  const updated = change.codes?.updated;
  if (!updated) return change;
  return { ...change, codes: { ...change.codes, updated: updated.map(([from, to]) => [from, dated(from, to)]) } };
}

function dated(from: Code, to: Code): Code {
  const { definedAt, ...rest } = to;
  const since = meansTheSame(from, to) ? definedAtOf(from) : to.modifiedAt;
  if (since === (definedAt ?? to.modifiedAt)) return to;
  return since === to.modifiedAt ? rest : { ...rest, definedAt: since };
}
