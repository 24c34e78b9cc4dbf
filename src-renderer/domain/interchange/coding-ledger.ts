import type { FamilyChange } from '#domain/history/change.ts';
import type { Coding, CodingId, SelectionId } from '#domain/project/records.ts';

type Span = Pick<Coding, 'sourceId' | 'coderId' | 'startUtf16' | 'endUtf16'>;

/**
 * The codings of a project while a table is read into it. Holds to what is true of them: no two with the same span, code and
 * coder; all of one coder on one span share a selection.
 */
export class CodingLedger {
  readonly #current: Map<string, Coding>;
  readonly #before: ReadonlyMap<string, Coding>;
  readonly #idsByIdentity = new Map<string, CodingId>();
  readonly #selectionsBySpan = new Map<string, SelectionId>();
  readonly #spansBySelection = new Map<SelectionId, string>();
  readonly #touched = new Set<CodingId>();
  /** Short numbers for long ids keep the keys cheap. */
  readonly #numbers = new Map<string, number>();

  constructor(codings: Iterable<Coding>) {
    this.#current = new Map();
    for (const coding of codings) {
      this.#current.set(coding.id, coding);
      this.#index(coding);
    }
    this.#before = new Map(this.#current);
  }

  get(id: string): Coding | undefined {
    return this.#current.get(id);
  }

  /** The coding of the same span, code and coder, if there is one. */
  findIdentical(coding: Span & Pick<Coding, 'codeId'>): Coding | undefined {
    const id = this.#idsByIdentity.get(this.#identityOf(coding));
    return id === undefined ? undefined : this.#current.get(id);
  }

  /** The selection of a span: the one it has, else the wanted one unless that is another span's. */
  selectionFor(span: Span, wanted: string, newId: () => string): SelectionId {
    const key = this.#spanKeyOf(span);
    const known = this.#selectionsBySpan.get(key);
    if (known !== undefined) return known;
    const isFree = wanted !== '' && (this.#spansBySelection.get(wanted as SelectionId) ?? key) === key;
    return (isFree ? wanted : newId()) as SelectionId;
  }

  /** Adds the coding, or puts it in the place of the one with its id. */
  put(coding: Coding): void {
    const old = this.#current.get(coding.id);
    if (old) this.#idsByIdentity.delete(this.#identityOf(old));
    this.#current.set(coding.id, coding);
    this.#touched.add(coding.id);
    this.#index(coding);
  }

  /** What has been put, as a change. */
  toChange(): FamilyChange<Coding> {
    const added: Coding[] = [];
    const updated: [Coding, Coding][] = [];
    for (const id of this.#touched) {
      const from = this.#before.get(id);
      const to = this.#current.get(id);
      if (from && to) updated.push([from, to]);
      else if (to) added.push(to);
    }
    return { ...(added.length > 0 && { added }), ...(updated.length > 0 && { updated }) };
  }

  #index(coding: Coding): void {
    const span = this.#spanKeyOf(coding);
    this.#idsByIdentity.set(this.#identityOf(coding, span), coding.id);
    this.#selectionsBySpan.set(span, coding.selectionId);
    this.#spansBySelection.set(coding.selectionId, span);
  }

  #identityOf(coding: Span & Pick<Coding, 'codeId'>, span = this.#spanKeyOf(coding)): string {
    return `${span},${this.#numberOf(coding.codeId)}`;
  }

  #spanKeyOf({ sourceId, coderId, startUtf16, endUtf16 }: Span): string {
    return `${this.#numberOf(sourceId)},${this.#numberOf(coderId)},${startUtf16},${endUtf16}`;
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) this.#numbers.set(id, (number = this.#numbers.size));
    return number;
  }
}
