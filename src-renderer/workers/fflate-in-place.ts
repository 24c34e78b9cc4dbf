import { unzipSync, zipSync, type UnzipCallback, type Zippable } from 'fflate/browser';

/**
 * Takes the place of fflate in what the window loads (electron.vite.config.ts): its own `zip` and `unzip` start workers out of
 * `blob:` addresses for larger files, which the window's content security policy forbids. Here they do it in place; what takes
 * long is called in a worker of ours.
 */
export * from 'fflate/browser';

type ZipCallback = (error: Error | null, data: Uint8Array) => void;

export function zip(files: Zippable, callback: ZipCallback): void {
  callback(null, zipSync(files));
}

export function unzip(data: Uint8Array, callback: UnzipCallback): void {
  callback(null, unzipSync(data));
}
