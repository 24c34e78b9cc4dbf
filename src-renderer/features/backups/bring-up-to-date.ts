import { ask, bridge, problemOf, ProblemError } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import type { BackupOptions } from '#storage/backup/run-backup.ts';
import { bringForward, layoutOf } from '#storage/database.ts';
import type { RegisteredProject } from '#storage/registry.ts';
import { writeBackup } from './write-backup.ts';

/**
 * Brings a project that an older Postil saved to the present layout, once everything in it has been written into the folder
 * for backups. Where that cannot be done the project stays as it was.
 * @returns the backup
 * @throws ProblemError `notBackedUp`; the signal's reason when it was stopped
 */
export async function bringUpToDate(
  { id, name, databaseName }: RegisteredProject,
  options: BackupOptions = {},
): Promise<Grant> {
  const layout = (await layoutOf(databaseName)) ?? 0;
  const grant = await backUp({ projectId: id, projectName: name, layout }, databaseName, options);
  await bringForward(databaseName);
  return grant;
}

async function backUp(
  project: { projectId: string; projectName: string; layout: number },
  databaseName: string,
  options: BackupOptions,
): Promise<Grant> {
  try {
    const { exportId, grant } = await ask(bridge().backups.begin(project));
    await writeBackup(databaseName, exportId, options);
    return grant;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ProblemError('notBackedUp', { name: project.projectName, reason: problemText(problemOf(error)) });
  }
}
