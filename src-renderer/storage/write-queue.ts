import type { Change } from '#domain/history/change.ts';

/** What the status line may say. `failed` keeps the change, so that saving can be tried again. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly since: string; readonly isDiskFull: boolean };

interface Needs {
  readonly now: () => string;
  /** Told when the save state has changed: with the change that is on disk now, or null. */
  readonly onState: (written: Change | null) => void;
}

/**
 * One write after the other: what the screen shows as saved is what the disk has, in the same order. A write that failed
 * stays first in line, since later ones may build on it.
 */
export class WriteQueue {
  state: SaveState;
  readonly #needs: Needs;
  readonly #unwritten: (() => Promise<Change>)[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.state = { kind: 'saved', at: needs.now() };
  }

  /** @throws what the write threw; it is then tried again with the next one, or by `tryAgain` */
  add(write: () => Promise<Change>): Promise<void> {
    this.#unwritten.push(write);
    return this.tryAgain();
  }

  /** Writes what is waiting. */
  tryAgain(): Promise<void> {
    const result = this.#last.then(() => this.#drain());
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Whether something is not on disk, be it that it waits or that it could not be written. */
  get hasUnwritten(): boolean {
    return this.#unwritten.length > 0;
  }

  async #drain(): Promise<void> {
    const { now, onState } = this.#needs;
    for (let write = this.#unwritten[0]; write; write = this.#unwritten[0]) {
      this.state = { kind: 'saving' };
      onState(null);
      try {
        const change = await write();
        this.#unwritten.shift();
        this.state = { kind: 'saved', at: now() };
        onState(change);
      } catch (error) {
        const isDiskFull = error instanceof Error && /Quota/.test(`${error.name} ${error.message}`);
        this.state = { kind: 'failed', since: now(), isDiskFull };
        onState(null);
        throw error;
      }
    }
  }
}
