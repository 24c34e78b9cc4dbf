import type { OpenedArchive } from './open-archive.ts';

/** Up to here opening takes less time than a worker takes to start. */
const SMALL_BYTES = 50_000;
/** A workbook made to keep a reader busy is given up. */
const PATIENCE_MS = 30_000;

/** Opens a packed file, a large one in a worker. What it takes is loaded with the first. */
export async function readArchive(bytes: Uint8Array): Promise<OpenedArchive> {
  if (bytes.length <= SMALL_BYTES) {
    const { openArchive } = await import('./open-archive.ts');
    return openArchive(bytes);
  }
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./open-archive.worker.ts', import.meta.url), { type: 'module' });
    const end = (opened: OpenedArchive): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(opened);
    };
    const timer = setTimeout(() => end({ kind: 'too-large' }), PATIENCE_MS);
    worker.onmessage = ({ data }: MessageEvent<OpenedArchive>) => end(data);
    worker.onerror = () => end({ kind: 'broken' });
    worker.postMessage(bytes, []);
  });
}
