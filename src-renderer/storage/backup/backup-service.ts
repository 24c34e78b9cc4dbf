import { BackupError, type BackupFault } from './backup-error.ts';
import type { BackupHeader } from './backup-format.ts';
import { dumpDatabase } from './dump-database.ts';
import { restoreDatabase } from './restore-database.ts';

/** What the window asks of the worker. `piece` and `end` are the file that is being restored from. */
export type BackupRequest =
  | { readonly kind: 'dump'; readonly databaseName: string; readonly madeAt: string }
  | { readonly kind: 'restore'; readonly databaseName: string }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' };

export type BackupAnswer =
  /** A piece of the file that is being written. */
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The worker can take the next piece. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'reached'; readonly finished: number; readonly total: number }
  | { readonly kind: 'done'; readonly header: BackupHeader | null }
  | { readonly kind: 'failed'; readonly fault: BackupFault | null; readonly name: string; readonly message: string };

/** A worker's own end of the line, or anything that is like it. */
export interface ServicePort {
  onmessage: ((event: { readonly data: BackupRequest }) => void) | null;
  readonly postMessage: (answer: BackupAnswer, transfer: Transferable[]) => void;
}

/** Progress is told so often at most, in milliseconds. */
const TELL_EVERY_MS = 50;

/** Answers requests; everything that takes time or memory is on this side, away from the window. */
export function serveBackups(port: ServicePort): void {
  const say = (answer: BackupAnswer): void => port.postMessage(answer, []);
  const incoming = new IncomingPieces(() => say({ kind: 'wanted' }));
  const tell = sparingly((finished, total) => say({ kind: 'reached', finished, total }));
  const run = async (work: () => Promise<BackupHeader | null>): Promise<void> => {
    try {
      say({ kind: 'done', header: await work() });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      say({ kind: 'failed', fault: error instanceof BackupError ? error.fault : null, name, message });
    }
  };
  port.onmessage = ({ data }) => {
    if (data.kind === 'piece') incoming.put(data.bytes);
    else if (data.kind === 'end') incoming.put(null);
    else if (data.kind === 'dump') {
      void run(async () => {
        const plain = dumpDatabase(data.databaseName, data.madeAt, tell);
        for await (const bytes of through(plain, new CompressionStream('gzip'))) {
          port.postMessage({ kind: 'piece', bytes }, [bytes.buffer]);
        }
        return null;
      });
    } else void run(() => restoreDatabase(data.databaseName, unpacked(incoming.pieces()), tell));
  };
}

/** @throws BackupError when it is not gzip, or does not end as gzip does */
async function* unpacked(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let hasBegun = false;
  try {
    for await (const bytes of through(pieces, new DecompressionStream('gzip'))) {
      hasBegun = true;
      yield bytes;
    }
  } catch {
    throw new BackupError(hasBegun ? 'backupBroken' : 'backupForeign');
  }
}

/** Sends pieces through a stream that changes them, no faster than they are taken at the other end. */
async function* through(
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { writable, readable }: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    try {
      for await (const bytes of source) await writer.write(bytes);
      await writer.close();
    } catch (error) {
      // Met again by whoever reads.
      await writer.abort(error).catch(() => undefined);
    }
  };
  void feed();
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value;
  }
}

/** Pieces as they come, each asked for when the last has been dealt with. */
class IncomingPieces {
  readonly #want: () => void;
  readonly #waiting: (Uint8Array<ArrayBuffer> | null)[] = [];
  #wake: (() => void) | null = null;

  constructor(want: () => void) {
    this.#want = want;
  }

  put(piece: Uint8Array<ArrayBuffer> | null): void {
    this.#waiting.push(piece);
    this.#wake?.();
  }

  async *pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (;;) {
      this.#want();
      if (this.#waiting.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
      const piece = this.#waiting.shift();
      if (!piece) return;
      yield piece;
    }
  }
}

function sparingly(tell: (finished: number, total: number) => void): (finished: number, total: number) => void {
  let last = 0;
  return (finished, total) => {
    const now = Date.now();
    if (now - last < TELL_EVERY_MS && finished < total) return;
    last = now;
    tell(finished, total);
  };
}
