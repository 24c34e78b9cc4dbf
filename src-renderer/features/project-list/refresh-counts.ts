import type { OpenProject } from '#storage/open-project.ts';
import { registry } from './projects-at-hand.ts';

/** Tells the list of projects what a project now holds: after an import, and when it is closed. */
export async function refreshCounts(id: string, project: OpenProject): Promise<void> {
  await project.loadAllCodings(() => Promise.resolve());
  await registry.update(id, {
    name: project.project.name,
    sources: project.sources.size,
    codes: project.codes.size,
    codings: project.counts.total,
    codedSources: project.counts.codedSources,
  });
}
