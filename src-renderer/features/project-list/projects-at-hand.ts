import { ProblemError } from '#bridge/bridge.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OpenProject } from '#storage/open-project.ts';
import { Registry, type RegisteredProject } from '#storage/registry.ts';

/** The list of all projects, one connection for the window. */
export const registry = new Registry();

/**
 * Projects that are open in this window, by id. Whoever opens one for longer puts it here and takes it out again, so that
 * a command from outside changes the very project that is on the screen.
 */
export const openProjects = new Map<string, OpenProject>();

/**
 * Works on a project: the open one where it is open, else opened for the purpose and closed again.
 * @throws ProblemError `projectUnopenable` when its data cannot be read
 */
export async function withProject<T>(
  registered: RegisteredProject,
  coderName: string,
  work: (project: OpenProject) => Promise<T>,
): Promise<T> {
  const open = openProjects.get(registered.id);
  if (open) return work(open);
  const project = await openOrFail(registered, coderName);
  try {
    return await work(project);
  } finally {
    await project.close();
  }
}

async function openOrFail({ databaseName, name }: RegisteredProject, coderName: string): Promise<OpenProject> {
  try {
    return await OpenProject.open(databaseName, coderName, systemEnvironment);
  } catch {
    throw new ProblemError('projectUnopenable', { name });
  }
}
