import { ProblemError } from '#bridge/bridge.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { OlderLayoutError } from '#storage/database.ts';
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
 * @throws ProblemError `projectUnopenable` when its data cannot be read; `notBackedUp`
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

/** One that an older Postil saved is backed up and brought to the present first. */
async function openOrFail(registered: RegisteredProject, coderName: string): Promise<OpenProject> {
  const { databaseName, name } = registered;
  const open = (): Promise<OpenProject> => OpenProject.open(databaseName, coderName, systemEnvironment);
  const unopenable = (): never => {
    throw new ProblemError('projectUnopenable', { name });
  };
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof OlderLayoutError)) return unopenable();
    // Seldom needed, so not read before it is.
    const { bringUpToDate } = await import('#features/backups/index.ts');
    await bringUpToDate(registered);
    return open().catch(unopenable);
  }
}
