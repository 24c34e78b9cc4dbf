import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file being written. Nothing of it is to be seen under its name until `finish`; the old file stands until then. */
export interface AtomicFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when the new file would survive a power cut. */
  readonly finish: () => Promise<{ sizeInBytes: number }>;
  readonly abort: () => Promise<void>;
  /** For the moment the app ends, when nothing can be waited for. */
  readonly abortAtExit: () => void;
}

/** Windows has no way to sync a folder, and some network file systems refuse; the rename itself has been done by then. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** A link is written through, so that the file it points at is replaced and not the link. */
function targetOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Temporary file in the same folder, fsync, rename, fsync of the folder. The temporary file goes whenever writing fails. */
export async function beginAtomicFile(path: string): Promise<AtomicFile> {
  const target = await targetOf(path);
  const folder = dirname(target);
  const temporary = join(folder, `.postil-${randomBytes(6).toString('hex')}.tmp`);
  const handle: FileHandle = await open(temporary, 'wx');
  let sizeInBytes = 0;
  let isOpen = true;

  async function abort(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  }

  async function orAbort<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await abort();
      throw error;
    }
  }

  return {
    abort,
    abortAtExit: () => {
      if (isOpen) rmSync(temporary, { force: true });
    },
    write: (bytes) =>
      orAbort(async () => {
        for (let written = 0; written < bytes.length;) {
          written += (await handle.write(bytes, written)).bytesWritten;
        }
        sizeInBytes += bytes.length;
      }),
    finish: () =>
      orAbort(async () => {
        await handle.sync();
        await handle.close();
        await rename(temporary, target);
        isOpen = false;
        await syncFolder(folder);
        return { sizeInBytes };
      }),
  };
}

export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const file = await beginAtomicFile(path);
  await file.write(bytes);
  await file.finish();
}
