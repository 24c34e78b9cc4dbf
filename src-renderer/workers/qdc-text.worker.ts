import { qdcText } from './qdc-text.ts';

self.onmessage = ({ data }: MessageEvent<string>) => {
  // A worker's message has no origin to name; the options say that this is one.
  self.postMessage(
    qdcText(data, () => crypto.randomUUID()),
    { transfer: [] },
  );
};
