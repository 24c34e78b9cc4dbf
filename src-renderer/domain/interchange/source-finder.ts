import { nameKey } from '#domain/codebook/code-name.ts';
import type { Source, SourceId } from '#domain/project/records.ts';
import type { CellOf, TableColumns } from './read-table.ts';
import type { TableProblem } from './table-problem.ts';

export type FoundSource = { readonly source: Source } | { readonly problem: TableProblem };

/** Finds the source a row is about: by id, else by path, else by its name or its file's, with or without ending. */
export class SourceFinder {
  readonly #byId: ReadonlyMap<string, Source>;
  readonly #byPath: ReadonlyMap<string, Source>;
  /** By exact name, and by the keys of names that are nearly so. */
  readonly #byName = new Map<string, Source[]>();
  readonly #byLikeness = new Map<string, Source[]>();
  readonly #idCell: CellOf;
  readonly #pathCell: CellOf;
  readonly #nameCell: CellOf;
  /** Tables name the same few documents in many rows. */
  readonly #foundByName = new Map<string, FoundSource>();

  constructor(columns: TableColumns, sources: readonly Source[]) {
    this.#idCell = columns.column('document_id');
    this.#pathCell = columns.column('document_path');
    this.#nameCell = columns.column('document');
    this.#byId = new Map(sources.map((source) => [source.id, source]));
    this.#byPath = new Map(sources.map((source) => [source.path, source]));
    for (const source of sources) {
      append(this.#byName, source.name, source);
      const file = source.path.slice(source.path.lastIndexOf('/') + 1);
      const likenesses = new Set([source.name, file, withoutEnding(file)].map(nameKey));
      for (const key of likenesses) append(this.#byLikeness, key, source);
    }
  }

  find(row: readonly string[]): FoundSource {
    const source = this.#byId.get(this.#idCell(row)) ?? this.#byPath.get(this.#pathCell(row));
    if (source) return { source };
    const name = this.#nameCell(row).trim();
    let found = this.#foundByName.get(name);
    if (!found) this.#foundByName.set(name, (found = this.#findByName(name)));
    return found;
  }

  #findByName(document: string): FoundSource {
    if (document === '') return { problem: { code: 'documentMissing', params: {} } };
    const candidates =
      this.#byName.get(document) ??
      this.#byLikeness.get(nameKey(document)) ??
      this.#byLikeness.get(nameKey(withoutEnding(document))) ??
      [];
    const [source, ...others] = candidates;
    if (!source) return { problem: { code: 'documentNotFound', params: { document } } };
    if (others.length === 0) return { source };
    return { problem: { code: 'documentAmbiguous', params: { document, count: candidates.length } } };
  }
}

/** The ids of the sources that a table has rows about, so that their texts can be loaded before its import. */
export function sourcesFoundBy(finder: SourceFinder, rows: Iterable<readonly string[]>): SourceId[] {
  const ids = new Set<SourceId>();
  for (const row of rows) {
    const found = finder.find(row);
    if ('source' in found) ids.add(found.source.id);
  }
  return [...ids];
}

function withoutEnding(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot > 0 ? file.slice(0, dot) : file;
}

function append(map: Map<string, Source[]>, key: string, source: Source): void {
  const list = map.get(key);
  if (list) list.push(source);
  else map.set(key, [source]);
}
