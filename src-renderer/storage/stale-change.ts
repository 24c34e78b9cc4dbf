import type { Change } from '#domain/history/change.ts';
import type { ProjectRecords } from './project-records.ts';

/**
 * A change was planned on codes or codings that have been changed since, as when a key that carries out a plan is pressed twice.
 * Nothing was written: undoing it would bring back what something else had taken.
 */
export class StaleChangeError extends Error {
  override readonly name = 'StaleChangeError';
}

/** Whether a change adds what is there, or changes or removes what is gone, or is of another code by now. */
export function isStale({ codes, codings }: Change, records: ProjectRecords): boolean {
  if (codes?.removed?.some((code) => !records.codes.has(code.id))) return true;
  if (codes?.updated?.some(([from]) => !records.codes.has(from.id))) return true;
  if (codes?.added?.some(({ id }) => records.codes.has(id))) return true;
  // Before all have been read, what is not in memory may well be on disk.
  if (!records.areCodingsComplete) return false;
  const known = records.codings;
  return (
    (codings?.removed?.some(({ id, codeId }) => known.get(id)?.codeId !== codeId) ?? false) ||
    (codings?.updated?.some(([{ id, codeId }]) => known.get(id)?.codeId !== codeId) ?? false) ||
    (codings?.added?.some(({ id }) => known.has(id)) ?? false)
  );
}
