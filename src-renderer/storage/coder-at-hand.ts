import type { Change } from '#domain/history/change.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coder, CoderId } from '#domain/project/records.ts';

/**
 * Who is coding. A name that is new to the project becomes a record with the first change made under it, so that looking
 * leaves no trace; until then, and after that change has been undone, it is known here only.
 */
export class CoderAtHand {
  readonly #coders: ReadonlyMap<CoderId, Coder>;
  readonly #environment: Environment;
  #id!: CoderId;
  #name!: string;

  constructor(coders: ReadonlyMap<CoderId, Coder>, name: string, environment: Environment) {
    this.#coders = coders;
    this.#environment = environment;
    this.switchTo(name);
  }

  get id(): CoderId {
    return this.#id;
  }

  get name(): string {
    return this.#coders.get(this.#id)?.name ?? this.#name;
  }

  switchTo(name: string): void {
    const known = [...this.#coders.values()].find((coder) => coder.name === name);
    this.#id = known?.id ?? (this.#environment.newId() as CoderId);
    this.#name = name;
  }

  /** The change with the coder's record, where the project does not have it and the change does not bring it. */
  enter(change: Change): Change {
    const added = change.coders?.added ?? [];
    if (this.#coders.has(this.#id) || added.some(({ id }) => id === this.#id)) return change;
    const coder = { id: this.#id, name: this.#name, createdAt: this.#environment.now() };
    return { ...change, coders: { ...change.coders, added: [...added, coder] } };
  }
}
