import { ask, bridge } from '#bridge/bridge.ts';

export interface WrittenFile {
  readonly name: string;
  readonly sizeInBytes: number;
}

/**
 * Writes a file in pieces, one on its way to the disk while the next is made. Until all are there the old file stands, and
 * after a failure it still does.
 * @returns null when it was stopped
 * @throws ProblemError when the file could not be written
 */
export async function writeFile(
  handle: string,
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
  signal?: AbortSignal,
): Promise<WrittenFile | null> {
  const { exportId } = await ask(bridge().exports.begin({ handle }));
  try {
    let writing: Promise<unknown> = Promise.resolve();
    for await (const piece of pieces) {
      await writing;
      if (signal?.aborted) break;
      writing =
        typeof piece === 'string'
          ? ask(bridge().exports.write({ exportId, text: piece }))
          : ask(bridge().exports.writeBytes({ exportId, bytes: piece }));
      // Its failure is met at the next `await writing`; without this it would count as unhandled until then.
      writing.catch(() => undefined);
    }
    await writing;
    if (!signal?.aborted) return await ask(bridge().exports.finish({ exportId }));
  } catch (error) {
    await bridge().exports.abort({ exportId });
    throw error;
  }
  await bridge().exports.abort({ exportId });
  return null;
}
