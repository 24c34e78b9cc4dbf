import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodebookVersion, Source, SourceId } from '#domain/project/records.ts';
import type { ProjectDatabase } from './database.ts';
import type { ProjectRecords } from './project-records.ts';
import { loadTexts } from './texts.ts';
import { compareText } from '#domain/project/compare-text.ts';

const CODINGS_PER_READ = 4000;

/** Reads what opening a project leaves on disk: texts, codings, named versions of the codebook. Codings go into memory. */
export class RecordReader {
  readonly #database: ProjectDatabase;
  readonly #records: ProjectRecords;
  #ahead: { readonly source: Source; readonly reading: Promise<DocText> } | null = null;

  constructor(database: ProjectDatabase, records: ProjectRecords) {
    this.#database = database;
    this.#records = records;
  }

  /** Begins to read what the next `loadSource` will be asked for. */
  readAhead(id: SourceId): void {
    const source = this.#records.sources.get(id);
    if (!source || this.#ahead?.source === source) return;
    this.#ahead = { source, reading: this.#readSource(source) };
    // Whoever asks for the text is told.
    this.#ahead.reading.catch(() => undefined);
  }

  async loadSource(id: SourceId): Promise<DocText> {
    const source = this.#records.sources.get(id);
    if (!source) throw new Error(`no source ${id}`);
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead?.source === source ? ahead.reading : this.#readSource(source);
  }

  async #readSource({ id, textSha256 }: Source): Promise<DocText> {
    const [texts, codings] = await Promise.all([
      loadTexts(this.#database, [textSha256]),
      this.#records.areCodingsComplete ? [] : this.#database.codings.where('sourceId').equals(id).toArray(),
    ]);
    const text = texts.get(textSha256);
    if (text === undefined) throw new Error(`no text for source ${id}`);
    this.#records.takeIn(codings);
    return new DocText(text);
  }

  /** Texts of several sources at once; one that is not there is not in the answer. */
  async loadTexts(ids: readonly SourceId[]): Promise<Map<SourceId, DocText>> {
    const hashOf = (id: SourceId): string => this.#records.sources.get(id)?.textSha256 ?? '';
    const texts = await loadTexts(this.#database, ids.map(hashOf));
    return new Map(
      ids.flatMap((id) => {
        const text = texts.get(hashOf(id));
        return text === undefined ? [] : [[id, new DocText(text)] as const];
      }),
    );
  }

  /**
   * Reads all codings, a slice at a time.
   * @param isWanted asked before each slice: false stops
   * @returns whether this has made them complete
   */
  async loadAllCodings(pause: () => Promise<void>, isWanted: () => boolean): Promise<boolean> {
    let last = '';
    while (!this.#records.areCodingsComplete && isWanted()) {
      const slice = await this.#database.codings.where('id').above(last).limit(CODINGS_PER_READ).toArray();
      this.#records.takeIn(slice);
      if (slice.length < CODINGS_PER_READ) {
        this.#records.completeCodings();
        return true;
      }
      last = slice[slice.length - 1]?.id ?? last;
      await pause();
    }
    return false;
  }

  /** The latest first. */
  async loadCodebookVersions(): Promise<CodebookVersion[]> {
    const versions = await this.#database.codebookVersions.toArray();
    return versions.sort((a, b) => compareText(b.createdAt, a.createdAt) || compareText(a.id, b.id));
  }
}
