import { CodingIndex } from '#domain/coding/coding-index.ts';
import type { Coding, SourceId } from '#domain/project/records.ts';

/** The codings of a text, and those of them that a filter lets through. */
export class ShownCodings {
  readonly all: CodingIndex;
  readonly #sourceId: SourceId;
  #shown: CodingIndex;
  #isShown: ((coding: Coding) => boolean) | null = null;

  constructor(sourceId: SourceId, codings: readonly Coding[]) {
    this.#sourceId = sourceId;
    this.all = new CodingIndex(codings);
    this.#shown = this.all;
  }

  get shown(): CodingIndex {
    return this.#shown;
  }

  /** Null lets all through. */
  filter(isShown: ((coding: Coding) => boolean) | null): void {
    this.#isShown = isShown;
    this.#shown = isShown ? new CodingIndex(this.all.all.filter(isShown)) : this.all;
  }

  /** Takes in those of this text. */
  add(codings: readonly Coding[]): void {
    const ours = this.#ours(codings);
    this.all.addAll(ours);
    if (this.#shown !== this.all) this.#shown.addAll(ours.filter((coding) => this.#isShown?.(coding)));
  }

  /** Answers with those that were of this text. */
  remove(codings: readonly Coding[]): readonly Coding[] {
    const ours = this.#ours(codings);
    this.all.removeAll(ours);
    if (this.#shown !== this.all) this.#shown.removeAll(ours);
    return ours;
  }

  #ours(codings: readonly Coding[]): Coding[] {
    return codings.filter(({ sourceId }) => sourceId === this.#sourceId);
  }
}
