import { useEffect, useSyncExternalStore } from 'react';
import type { DocText } from '#domain/corpus/doc-text.ts';
import type { Coding, SourceId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import type { OpenProject } from '#storage/open-project.ts';

/**
 * Which numbered paragraphs quoted passages begin in. Only a text can say that, so texts are read when something of them is on
 * the screen, and only the numbers and the texts read last are kept.
 */
class ParagraphNumbers {
  readonly #project: OpenProject;
  readonly #numbers = new Map<string, number>();
  readonly #asked = new Map<string, Coding>();
  readonly #listeners = new Set<() => void>();
  /** Of those asked for last, by hash: whoever goes from code to code in one long text is not to wait for it at each. */
  #texts: ReadonlyMap<string, DocText> = new Map();
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
    const wanted = [...new Set(asked.map(({ sourceId }) => sourceId))];
    const read = await this.#project.loadTexts(wanted.filter((id) => !this.#texts.has(this.#hashOf(id))));
    const textOf = (id: SourceId): DocText | undefined => read.get(id) ?? this.#texts.get(this.#hashOf(id));
    for (const coding of asked) {
      const text = textOf(coding.sourceId);
      if (text) this.#numbers.set(this.#keyOf(coding), text.numberAt(coding.startUtf16));
    }
    this.#texts = new Map(
      wanted.flatMap((id) => {
        const text = textOf(id);
        return text ? [[this.#hashOf(id), text] as const] : [];
      }),
    );
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  /** The same place of the same text, whatever coding it is of. */
  #keyOf({ sourceId, startUtf16 }: Coding): string {
    return `${this.#hashOf(sourceId)} ${startUtf16}`;
  }

  #hashOf(id: SourceId): string {
    return this.#project.sources.get(id)?.textSha256 ?? '';
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
