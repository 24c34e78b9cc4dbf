import { nameKey } from '#domain/codebook/code-name.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coder, CoderId } from '#domain/project/records.ts';
import type { CellOf, TableColumns } from './read-table.ts';

/** Finds the coder a row is by, by name; makes those that are missing. A row without a name is by the one who imports. */
export class CoderFinder {
  readonly added: Coder[] = [];
  readonly #byName: Map<string, CoderId>;
  readonly #byCell = new Map<string, CoderId>();
  readonly #cell: CellOf;
  readonly #environment: Environment;

  constructor(columns: TableColumns, coders: readonly Coder[], importerId: CoderId, environment: Environment) {
    this.#cell = columns.column('coder');
    this.#environment = environment;
    this.#byName = new Map(coders.map(({ id, name }) => [nameKey(name), id]));
    this.#byCell.set('', importerId);
  }

  find(row: readonly string[]): CoderId {
    const cell = this.#cell(row).trim();
    let id = this.#byCell.get(cell);
    if (id === undefined) this.#byCell.set(cell, (id = this.#byName.get(nameKey(cell)) ?? this.#add(cell)));
    return id;
  }

  #add(name: string): CoderId {
    const id = this.#environment.newId() as CoderId;
    this.added.push({ id, name, createdAt: this.#environment.now() });
    this.#byName.set(nameKey(name), id);
    return id;
  }
}
