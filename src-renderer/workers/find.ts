import type { Span } from '#domain/coding/span.ts';
import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import type { FindAnswer, FindRequest } from './find.worker.ts';

export type FindResult =
  | { readonly kind: 'found'; readonly spans: readonly Span[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** A pattern that would take for ever, or nearly. */
  | { readonly kind: 'too-slow' };

const PATIENCE_MS = 3_000;

/** Searches one text off the window's thread, so that no pattern can freeze it. A newer question drops the one before. */
export class TextFinder {
  readonly #text: string;
  #worker: Worker | null = null;
  #hasText = false;
  #id = 0;
  #waiting: ((result: FindResult | null) => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Null when a newer question came before the answer. */
  find(query: string, options: FindOptions): Promise<FindResult | null> {
    this.#settle(null);
    const id = ++this.#id;
    const request: FindRequest = { id, text: this.#hasText ? null : this.#text, query, options };
    this.#open().postMessage(request);
    this.#hasText = true;
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#timer = setTimeout(() => {
        this.close();
        resolve({ kind: 'too-slow' });
      }, PATIENCE_MS);
    });
  }

  close(): void {
    this.#settle(null);
    this.#worker?.terminate();
    this.#worker = null;
    this.#hasText = false;
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    this.#worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => {
      if (data.id !== this.#id) return;
      this.#settle(
        'reason' in data
          ? { kind: 'unreadable', reason: data.reason }
          : { kind: 'found', spans: spansOf(data.offsets) },
      );
    });
    return this.#worker;
  }

  #settle(result: FindResult | null): void {
    clearTimeout(this.#timer);
    this.#waiting?.(result);
    this.#waiting = null;
  }
}

function spansOf(offsets: Uint32Array): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    spans.push({ startUtf16: offsets[at] ?? 0, endUtf16: offsets[at + 1] ?? 0 });
  }
  return spans;
}
