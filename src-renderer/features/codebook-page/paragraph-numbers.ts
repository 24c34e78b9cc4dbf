import { useEffect, useSyncExternalStore } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/**
 * Which numbered paragraphs quoted passages begin in. Only a text can say that, so texts are read when something of them is on
 * the screen, and only the numbers are kept.
 */
class ParagraphNumbers {
  readonly #project: OpenProject;
  readonly #numbers = new Map<string, number>();
  readonly #asked = new Map<string, Coding>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(project: OpenProject) {
    this.#project = project;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  of(coding: Coding): number | undefined {
    return this.#numbers.get(this.#keyOf(coding));
  }

  ask(codings: readonly Coding[]): void {
    const unknown = codings.filter((coding) => this.of(coding) === undefined);
    if (unknown.length === 0) return;
    // All that comes onto the screen together is read together.
    if (this.#asked.size === 0) queueMicrotask(() => void this.#read().catch(() => undefined));
    for (const coding of unknown) this.#asked.set(this.#keyOf(coding), coding);
  }

  async #read(): Promise<void> {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    const texts = await this.#project.loadTexts([...new Set(asked.map(({ sourceId }) => sourceId))]);
    for (const coding of asked) {
      const text = texts.get(coding.sourceId);
      if (text) this.#numbers.set(this.#keyOf(coding), text.numberAt(coding.startUtf16));
    }
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  /** The same place of the same text, whatever coding it is of. */
  #keyOf({ sourceId, startUtf16 }: Coding): string {
    return `${this.#project.sources.get(sourceId)?.textSha256} ${startUtf16}`;
  }
}

const known = new WeakMap<OpenProject, ParagraphNumbers>();

/** For each coding the paragraph it begins in; undefined until its text has been read. */
export function useParagraphNumbers(codings: readonly Coding[]): (number | undefined)[] {
  const project = useProject();
  let numbers = known.get(project);
  if (!numbers) known.set(project, (numbers = new ParagraphNumbers(project)));
  const { subscribe, version } = numbers;
  useSyncExternalStore(subscribe, version);
  useEffect(() => numbers.ask(codings), [numbers, codings]);
  return codings.map((coding) => numbers.of(coding));
}
