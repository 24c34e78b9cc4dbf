import * as v from 'valibot';
import type { OpenProject } from '#storage/open-project.ts';
import { loadViewState, saveViewState } from '#storage/view-state.ts';

const KEY = 'recentJumps';
const KEPT = 8;
const stored = v.array(v.string());

/** What was gone to or done last in this project, the latest first. */
export async function loadRecentJumps(project: OpenProject): Promise<readonly string[]> {
  const found = v.safeParse(stored, await loadViewState(project.database, KEY));
  return found.success ? found.output : [];
}

/** Puts one more in front and remembers it, where the project can be written to. */
export function rememberJump(project: OpenProject, recent: readonly string[], key: string): readonly string[] {
  const next = [key, ...recent.filter((other) => other !== key)].slice(0, KEPT);
  if (!project.isReadOnly) saveViewState(project.database, KEY, next).catch(() => undefined);
  return next;
}
