import { basename } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { readBytes } from '#main/corpus-import/read-document.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';

/** A codebook, even one with ten thousand codes, is a few megabytes; packed it must not hold up the window that takes it apart. */
export const BYTES_LIMIT = 32 * 1024 * 1024;

/** A file as it is on disk, for those that are taken apart where the records are. */
export async function readFileBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    // A copy of its own: sending a view would send all of what it looks into.
    return new Uint8Array(await readBytes(path, BYTES_LIMIT));
  } catch (error) {
    const { code, params } = problemOfError(error, basename(path));
    throw new ProblemError(code, params);
  }
}
