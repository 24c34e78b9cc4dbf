import { findInText, type FindOptions } from '#domain/corpus/find-in-text.ts';

export interface FindRequest {
  readonly id: number;
  /** Sent with the first request for a text, kept after that. */
  readonly text: string | null;
  readonly query: string;
  readonly options: FindOptions;
}

export type FindAnswer =
  /** Pairs of start and end, UTF-16. */
  | { readonly id: number; readonly offsets: Uint32Array<ArrayBuffer> }
  | { readonly id: number; readonly reason: string };

let text = '';

self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  text = data.text ?? text;
  const found = findInText(text, data.query, data.options);
  if (!found.ok) {
    self.postMessage({ id: data.id, reason: found.reason } satisfies FindAnswer);
    return;
  }
  const offsets = new Uint32Array(found.spans.length * 2);
  for (const [at, { startUtf16, endUtf16 }] of found.spans.entries()) {
    offsets[2 * at] = startUtf16;
    offsets[2 * at + 1] = endUtf16;
  }
  self.postMessage({ id: data.id, offsets } satisfies FindAnswer, { transfer: [offsets.buffer] });
});
