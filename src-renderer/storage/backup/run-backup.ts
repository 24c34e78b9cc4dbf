import Dexie from 'dexie';
import { BackupError } from './backup-error.ts';
import type { BackupHeader } from './backup-format.ts';
import type { BackupAnswer, BackupRequest } from './backup-service.ts';
import type { Told } from './dump-database.ts';

export interface BackupOptions {
  readonly onProgress?: Told | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a backup of a project's database, in a worker.
 * @param take is given the pieces of the file in order; the next one waits for it
 * @throws what `take` throws, Dexie's errors; the signal's reason when it was stopped
 */
export async function dumpInWorker(
  request: { readonly databaseName: string; readonly madeAt: string },
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  options: BackupOptions = {},
): Promise<void> {
  let taking: Promise<void> = Promise.resolve();
  await runWorker({ kind: 'dump', ...request }, options, (answer, fail) => {
    if (answer.kind !== 'piece') return;
    taking = taking.then(() => take(answer.bytes));
    taking.catch(fail);
  });
  await taking;
}

/**
 * Makes a new database of a backup, in a worker. Whatever goes wrong, and when it is stopped, nothing of it is left.
 * @param next the next piece of the file, null after the last
 * @throws BackupError, Dexie's errors, what `next` throws; the signal's reason when it was stopped
 */
export async function restoreInWorker(
  databaseName: string,
  next: () => Promise<Uint8Array<ArrayBuffer> | null>,
  options: BackupOptions = {},
): Promise<BackupHeader> {
  try {
    const header = await runWorker({ kind: 'restore', databaseName }, options, (answer, fail, send) => {
      if (answer.kind !== 'wanted') return;
      next().then((bytes) => send(bytes ? { kind: 'piece', bytes } : { kind: 'end' }), fail);
    });
    if (header) return header;
    throw new BackupError('backupBroken');
  } catch (error) {
    // A worker that was stopped could not tidy up itself.
    await Dexie.delete(databaseName);
    throw error;
  }
}

type Send = (request: BackupRequest) => void;
type Hear = (answer: BackupAnswer, fail: (error: unknown) => void, send: Send) => void;

function runWorker(
  first: BackupRequest,
  { onProgress, signal }: BackupOptions,
  hear: Hear,
): Promise<BackupHeader | null> {
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' });
  const send: Send = (request) => worker.postMessage(request, request.kind === 'piece' ? [request.bytes.buffer] : []);
  return new Promise<BackupHeader | null>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<BackupAnswer>) => {
      if (data.kind === 'done') resolve(data.header);
      else if (data.kind === 'failed') reject(errorOf(data));
      else if (data.kind === 'reached') onProgress?.(data.finished, data.total);
      else hear(data, reject, send);
    };
    send(first);
  }).finally(() => worker.terminate());
}

/** An error cannot cross from a worker as it was. */
function errorOf({ fault, name, message }: Extract<BackupAnswer, { kind: 'failed' }>): Error {
  return fault ? new BackupError(fault) : Object.assign(new Error(message), { name });
}
