import { ask, bridge, ProblemError } from '#bridge/bridge.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { checkName, registry, uniqueName } from '#features/project-list/index.ts';
import { BackupError } from '#storage/backup/backup-error.ts';
import { restoreInWorker, type BackupOptions } from '#storage/backup/run-backup.ts';
import { databaseNameOf, type RegisteredProject } from '#storage/registry.ts';

export interface RestoreOptions extends BackupOptions {
  /** What the new project is to be called; by default as in the backup, with a number where that is taken. */
  readonly name?: string | null;
}

/**
 * Makes a new project of a backup. Projects that are there stay as they are, and when it fails or is stopped there is none
 * more than before.
 * @throws ProblemError when the file is no whole backup, or the name is taken; the signal's reason when it was stopped
 */
export async function restoreBackup(
  handle: string,
  { name = null, ...options }: RestoreOptions = {},
): Promise<RegisteredProject> {
  if (name !== null) checkName(name, await takenNames());
  const file = await ask(bridge().backups.open({ handle }));
  const databaseName = databaseNameOf(systemEnvironment.newId());
  try {
    const next = () => ask(bridge().backups.read({ backupId: file.backupId }));
    const { project } = await restoreInWorker(databaseName, next, options);
    const called = name?.trim() ?? uniqueName(project, await takenNames());
    return await registry.adopt(databaseName, called, systemEnvironment);
  } catch (error) {
    throw error instanceof BackupError ? new ProblemError(error.fault, { name: file.name }) : error;
  } finally {
    await bridge().backups.close({ backupId: file.backupId });
  }
}

async function takenNames(): Promise<string[]> {
  return (await registry.list()).map((project) => project.name);
}
