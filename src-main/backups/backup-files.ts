import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';

const PIECE_BYTES = 1_000_000;

interface OpenFile {
  readonly name: string;
  readonly handle: FileHandle;
}

/** The backups that are being read, by the id the window knows them by. */
export interface BackupFiles {
  readonly open: (path: string) => Promise<{ backupId: string; name: string; sizeInBytes: number }>;
  /** The next piece, null after the last. */
  readonly read: (backupId: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly close: (backupId: string) => Promise<void>;
}

export function createBackupFiles(): BackupFiles {
  const files = new Map<string, OpenFile>();

  async function naming<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code, params } = problemOfError(error, name);
      throw new ProblemError(code, params);
    }
  }

  return {
    open: (path) =>
      naming(basename(path), async () => {
        const handle = await open(path, 'r');
        const stats = await handle.stat();
        if (!stats.isFile()) {
          await handle.close();
          throw new ProblemError(stats.isDirectory() ? 'isFolder' : 'notAFile', { name: basename(path) });
        }
        const backupId = randomUUID();
        files.set(backupId, { name: basename(path), handle });
        return { backupId, name: basename(path), sizeInBytes: stats.size };
      }),
    read: (backupId) => {
      const file = files.get(backupId);
      if (file === undefined) throw new ProblemError('unknownBackup');
      return naming(file.name, async () => {
        const bytes = new Uint8Array(PIECE_BYTES);
        const { bytesRead } = await file.handle.read(bytes);
        return bytesRead === 0 ? null : bytes.slice(0, bytesRead);
      });
    },
    close: async (backupId) => {
      const file = files.get(backupId);
      files.delete(backupId);
      await file?.handle.close();
    },
  };
}
