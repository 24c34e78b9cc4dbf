import { createProject } from '#features/project-list/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { tickingEnvironment } from './builders.ts';

/** A new, empty project in memory's IndexedDB, open. */
export async function openTestProject(name = `Project ${crypto.randomUUID()}`): Promise<OpenProject> {
  const { databaseName } = await createProject(name);
  return OpenProject.open(databaseName, 'M. Holm', tickingEnvironment());
}
