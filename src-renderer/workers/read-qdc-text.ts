import type { QdcReading } from './qdc-text.ts';

/** Up to here reading takes less time than a worker takes to start. */
const SMALL_UTF16 = 200_000;

/** Reads a REFI-QDA codebook, a large one in a worker. What it takes is loaded with the first. */
export async function readQdcText(text: string, newGuid: () => string): Promise<QdcReading> {
  if (text.length <= SMALL_UTF16) {
    const { qdcText } = await import('./qdc-text.ts');
    return qdcText(text, newGuid);
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./qdc-text.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<QdcReading>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage(text, []);
  });
}
