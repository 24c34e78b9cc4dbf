import type { Page } from '@playwright/test';

/** A hand on the keyboard that counts: a chord is one press, a word one press a letter. */
export class Hand {
  readonly #page: Page;
  #presses = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  get presses(): number {
    return this.#presses;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#presses++;
      await this.#page.keyboard.press(key);
    }
  }

  async type(word: string): Promise<void> {
    for (const letter of word) await this.press(letter);
  }

  /** How many presses something took. */
  async counting(task: () => Promise<void>): Promise<number> {
    const before = this.#presses;
    await task();
    return this.#presses - before;
  }
}
