import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { FindAnswer, FindRequest } from './find.worker.ts';

export type FindResult =
  /** `isCut`: there are more places than these. */
  | { readonly kind: 'found'; readonly spans: FoundSpans; readonly isCut: boolean }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** A pattern that would take for ever, or nearly. */
  | { readonly kind: 'too-slow' };

interface Question {
  readonly query: string;
  readonly options: FindOptions;
  readonly answer: (result: FindResult | null) => void;
}

const PATIENCE_MS = 3_000;
/** A pattern still at work after so long is given up when there is a newer question: it may be one of those that never end. */
const PATIENCE_WITH_OLD_PATTERN_MS = 250;

/**
 * Searches one text off the window's thread, so that no pattern can freeze it. A newer question takes the place of one that
 * waits; one under way is let finish, unless it is a pattern that takes its time.
 */
export class TextFinder {
  readonly #text: string;
  #worker: Worker | null = null;
  #hasText = false;
  #id = 0;
  #asked: (Question & { readonly since: number }) | null = null;
  #waiting: Question | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Null when a newer question came before the answer. */
  find(query: string, options: FindOptions): Promise<FindResult | null> {
    return new Promise((answer) => {
      this.#waiting?.answer(null);
      this.#waiting = { query, options, answer };
      if (!this.#asked) this.#ask();
      else if (this.#asked.options.isPattern) this.#giveUpAfter(PATIENCE_WITH_OLD_PATTERN_MS);
    });
  }

  close(): void {
    this.#waiting?.answer(null);
    this.#asked?.answer(null);
    this.#waiting = null;
    this.#end();
  }

  #ask(): void {
    const question = this.#waiting;
    if (!question) return;
    this.#waiting = null;
    this.#asked = { ...question, since: performance.now() };
    const { query, options } = question;
    const request: FindRequest = { id: ++this.#id, text: this.#hasText ? null : this.#text, query, options };
    this.#open().postMessage(request);
    this.#hasText = true;
    this.#giveUpAfter(PATIENCE_MS);
  }

  #giveUpAfter(patience: number): void {
    clearTimeout(this.#timer);
    const since = this.#asked?.since ?? 0;
    this.#timer = setTimeout(
      () => {
        const asked = this.#asked;
        this.#end();
        asked?.answer(this.#waiting ? null : { kind: 'too-slow' });
        this.#ask();
      },
      since + patience - performance.now(),
    );
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#hasText = false;
    this.#asked = null;
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    this.#worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => {
      if (data.id === this.#id) this.#take(data);
    });
    return this.#worker;
  }

  #take(data: FindAnswer): void {
    clearTimeout(this.#timer);
    const asked = this.#asked;
    this.#asked = null;
    if (this.#waiting) asked?.answer(null);
    else if ('reason' in data) asked?.answer({ kind: 'unreadable', reason: data.reason });
    else asked?.answer({ kind: 'found', spans: new FoundSpans(data.offsets), isCut: data.isCut });
    this.#ask();
  }
}
