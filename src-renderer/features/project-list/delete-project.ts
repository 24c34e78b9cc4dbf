import type { RegisteredProject } from '#storage/registry.ts';
import { openProjects, registry } from './projects-at-hand.ts';

/** Deletes a project with all it holds, for good; the files its texts came from are not touched. */
export async function deleteProject(registered: RegisteredProject): Promise<void> {
  await openProjects.get(registered.id)?.close();
  openProjects.delete(registered.id);
  await registry.remove(registered.id);
}
