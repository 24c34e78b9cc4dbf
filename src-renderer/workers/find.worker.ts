import { FindableText, type FindOptions } from '#domain/corpus/find-in-text.ts';

export interface FindRequest {
  readonly id: number;
  /** Sent with the first request for a text, kept after that. */
  readonly text: string | null;
  readonly query: string;
  readonly options: FindOptions;
}

export type FindAnswer =
  /** Pairs of start and end, UTF-16. */
  | { readonly id: number; readonly offsets: Uint32Array<ArrayBuffer>; readonly isCut: boolean }
  | { readonly id: number; readonly reason: string };

let text = new FindableText('');

self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  if (data.text !== null) text = new FindableText(data.text);
  const found = text.find(data.query, data.options);
  if (!found.ok) {
    self.postMessage({ id: data.id, reason: found.reason } satisfies FindAnswer);
    return;
  }
  const { offsets } = found.spans;
  const answer: FindAnswer = { id: data.id, offsets, isCut: found.isCut };
  self.postMessage(answer, { transfer: offsets.length > 0 ? [offsets.buffer] : [] });
});
