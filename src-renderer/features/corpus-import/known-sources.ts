import type { Source } from '#domain/project/records.ts';

/** The sources of a project by what a file can have in common with them. */
export class KnownSources {
  readonly #byPath = new Map<string, Source>();
  readonly #byText = new Map<string, Source>();

  constructor(sources: Iterable<Source>) {
    for (const source of sources) this.add(source);
  }

  add(source: Source): void {
    this.#byPath.set(source.path, source);
    this.#byText.set(source.textSha256, source);
  }

  atPath(path: string): Source | undefined {
    return this.#byPath.get(path);
  }

  withText(textSha256: string): Source | undefined {
    return this.#byText.get(textSha256);
  }
}
