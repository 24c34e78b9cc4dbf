import { ask, bridge } from '#bridge/bridge.ts';
import { systemEnvironment } from '#features/project/index.ts';
import { dumpInWorker, type BackupOptions } from '#storage/backup/run-backup.ts';
import type { OpenProject } from '#storage/open-project.ts';

export interface WrittenBackup {
  readonly name: string;
  readonly sizeInBytes: number;
  /** Records in it. */
  readonly count: number;
}

/**
 * Writes a backup into a file that has been begun. Until all of it is there the old file stands, and after a failure it still
 * does.
 * @throws ProblemError when it could not be written; the signal's reason when it was stopped
 */
export async function writeBackup(
  databaseName: string,
  exportId: string,
  { onProgress, signal }: BackupOptions = {},
): Promise<WrittenBackup> {
  let count = 0;
  const tell = (finished: number, total: number): void => {
    count = total;
    onProgress?.(finished, total);
  };
  const take = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await ask(bridge().exports.writeBytes({ exportId, bytes }));
  };
  try {
    await dumpInWorker({ databaseName, madeAt: systemEnvironment.now() }, take, { onProgress: tell, signal });
    return { ...(await ask(bridge().exports.finish({ exportId }))), count };
  } catch (error) {
    await bridge().exports.abort({ exportId });
    throw error;
  }
}

/** Backs up an open project into a file of somebody's choosing. */
export async function exportBackup(
  project: OpenProject,
  handle: string,
  options: BackupOptions = {},
): Promise<WrittenBackup> {
  const { exportId } = await ask(bridge().exports.begin({ handle }));
  return writeBackup(project.database.name, exportId, options);
}
