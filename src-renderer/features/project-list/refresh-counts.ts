import type { OpenProject } from '#storage/open-project.ts';
import { registry } from './projects-at-hand.ts';

/**
 * Tells the list of projects what a project now holds: after an import, and before it is closed. Codings that are still
 * being read are not counted anew.
 */
export async function refreshCounts(id: string, project: OpenProject): Promise<void> {
  const { counts } = project;
  await registry.update(id, {
    name: project.project.name,
    sources: project.sources.size,
    codes: project.codes.size,
    ...(project.areCodingsComplete && { codings: counts.total, codedSources: counts.codedSources }),
  });
}
