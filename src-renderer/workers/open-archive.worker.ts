import { openArchive } from './open-archive.ts';

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
  // A worker's message has no origin to name; the options say that this is one.
  void openArchive(data).then((opened) => self.postMessage(opened, { transfer: [] }));
};
