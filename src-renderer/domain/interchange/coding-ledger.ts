import type { FamilyChange } from '#domain/history/change.ts';
import type { CodeId, CoderId, Coding, CodingId, SelectionId, SourceId } from '#domain/project/records.ts';

type Span = Pick<Coding, 'sourceId' | 'coderId' | 'startUtf16' | 'endUtf16'>;

/** What one coder has coded on one span. */
interface CodedSpan {
  selectionId: SelectionId | null;
  /** A handful at most. */
  codings: Coding[];
}

// Offsets stay far below 2^26, so both fit into one number without loss.
const KEY_FACTOR = 2 ** 26;

/**
 * The codings of a project while a table is read into it. Holds to what is true of them: no two with the same span, code and
 * coder; all of one coder on one span share a selection.
 */
export class CodingLedger {
  readonly #current = new Map<string, Coding>();
  readonly #spans = new Map<SourceId, Map<CoderId, Map<number, CodedSpan>>>();
  readonly #spansBySelection = new Map<SelectionId, CodedSpan>();
  /** What was put, with the record as it was before; undefined for a new one. */
  readonly #touched = new Map<CodingId, Coding | undefined>();

  constructor(codings: Iterable<Coding>) {
    for (const coding of codings) this.#store(coding);
  }

  get(id: string): Coding | undefined {
    return this.#current.get(id);
  }

  /** The coding of the same span, code and coder, if there is one. */
  findIdentical(span: Span, codeId: CodeId): Coding | undefined {
    return this.#at(span).codings.find((coding) => coding.codeId === codeId);
  }

  /** The selection of a span: the one it has, else the wanted one unless that is another span's. */
  selectionFor(span: Span, wanted: string, newId: () => string): SelectionId {
    const here = this.#at(span);
    if (here.selectionId !== null) return here.selectionId;
    const holder = this.#spansBySelection.get(wanted as SelectionId);
    const isFree = wanted !== '' && (!holder || holder === here);
    return (isFree ? wanted : newId()) as SelectionId;
  }

  /** Adds the coding, or puts it in the place of the one with its id. */
  put(coding: Coding): void {
    const old = this.#current.get(coding.id);
    if (!this.#touched.has(coding.id)) this.#touched.set(coding.id, old);
    if (old) {
      const span = this.#at(old);
      span.codings = span.codings.filter((other) => other.id !== old.id);
    }
    this.#store(coding);
  }

  /** What has been put, as a change. */
  toChange(): FamilyChange<Coding> {
    const added: Coding[] = [];
    const updated: [Coding, Coding][] = [];
    for (const [id, from] of this.#touched) {
      const to = this.#current.get(id);
      if (from && to) updated.push([from, to]);
      else if (to) added.push(to);
    }
    return { ...(added.length > 0 && { added }), ...(updated.length > 0 && { updated }) };
  }

  #store(coding: Coding): void {
    this.#current.set(coding.id, coding);
    const span = this.#at(coding);
    span.codings.push(coding);
    span.selectionId = coding.selectionId;
    this.#spansBySelection.set(coding.selectionId, span);
  }

  #at({ sourceId, coderId, startUtf16, endUtf16 }: Span): CodedSpan {
    let ofSource = this.#spans.get(sourceId);
    if (!ofSource) this.#spans.set(sourceId, (ofSource = new Map()));
    let ofCoder = ofSource.get(coderId);
    if (!ofCoder) ofSource.set(coderId, (ofCoder = new Map()));
    const key = startUtf16 * KEY_FACTOR + endUtf16;
    let span = ofCoder.get(key);
    if (!span) ofCoder.set(key, (span = { selectionId: null, codings: [] }));
    return span;
  }
}
