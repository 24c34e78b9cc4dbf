import type { CodeId } from '#domain/project/records.ts';
import type { OpenProject } from '#storage/open-project.ts';

const KEPT = 12;
const used = new WeakMap<OpenProject, readonly CodeId[]>();

/** Codes that were given or chosen, newest first; those that are gone are left out. */
export function recentCodes(project: OpenProject): CodeId[] {
  return (used.get(project) ?? []).filter((id) => project.codes.has(id));
}

/** Puts codes before all that were used until now. */
export function noteCodesUsed(project: OpenProject, ids: readonly CodeId[]): void {
  used.set(project, [...new Set([...ids, ...recentCodes(project)])].slice(0, KEPT));
}
