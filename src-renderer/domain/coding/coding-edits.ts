import type { Change } from '#domain/history/change.ts';
import { withMemosOf } from '#domain/memos/memos-gone.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { Coding, CodingId, Memo, SelectionId } from '#domain/project/records.ts';
import { uniteCodings } from './unite-codings.ts';

/** What a change of codings must know of: what it could collide with, and whose memos would be left without a subject. */
export interface CodingContent {
  /** All codings of the source that touch what is changed, before or after; more do no harm. */
  readonly existing: readonly Coding[];
  readonly memos: Iterable<Memo>;
}

/**
 * Collects what becomes of codings of one source and holds to what is true of them all: no two of one coder with the same
 * code on the same span; all of one coder on one span share a selection, and no other span has it.
 */
export class CodingEdits {
  readonly #originals = new Map<CodingId, Coding>();
  readonly #current = new Map<CodingId, Coding>();
  readonly #heirs = new Map<CodingId, CodingId>();
  readonly #environment: Environment;

  constructor(existing: readonly Coding[], environment: Environment) {
    this.#environment = environment;
    for (const coding of existing) {
      this.#originals.set(coding.id, coding);
      this.#current.set(coding.id, coding);
    }
  }

  /** Adds a coding or puts it in the place of the one with its id. Where an identical one is there, that stays. */
  put(coding: Coding): void {
    const others = [...this.#current.values()].filter(({ id }) => id !== coding.id);
    const onSpan = others.filter((other) => other.coderId === coding.coderId && isOnSameSpan(other, coding));
    const double = onSpan.find(({ codeId }) => codeId === coding.codeId);
    if (double) {
      this.#current.set(double.id, uniteCodings(double, coding, this.#environment.now()));
      this.remove(coding.id, double.id);
      return;
    }
    const selectionId = onSpan[0]?.selectionId ?? this.#freeSelection(coding, others);
    this.#current.set(coding.id, { ...coding, selectionId });
  }

  /** @param heir the coding that takes over the memos on it */
  remove(id: CodingId, heir: CodingId): void {
    this.#current.delete(id);
    this.#heirs.set(id, heir);
  }

  toChange(memos: Iterable<Memo>): Change {
    const added: Coding[] = [];
    const updated: [Coding, Coding][] = [];
    for (const [id, to] of this.#current) {
      const from = this.#originals.get(id);
      if (!from) added.push(to);
      else if (from !== to) updated.push([from, to]);
    }
    const removed = [...this.#originals.values()].filter(({ id }) => !this.#current.has(id));
    const codings = {
      ...(added.length > 0 && { added }),
      ...(updated.length > 0 && { updated }),
      ...(removed.length > 0 && { removed }),
    };
    if (Object.keys(codings).length === 0) return {};
    return withMemosOf({ codings }, memos, this.#lastHeirs());
  }

  #freeSelection({ selectionId }: Coding, others: readonly Coding[]): SelectionId {
    const isTaken = others.some((other) => other.selectionId === selectionId);
    return isTaken ? (this.#environment.newId() as SelectionId) : selectionId;
  }

  /** An heir may have gone into another coding itself. */
  #lastHeirs(): Map<CodingId, CodingId> {
    const last = (id: CodingId): CodingId => {
      const heir = this.#heirs.get(id);
      return heir === undefined || this.#current.has(id) ? id : last(heir);
    };
    return new Map(Array.from(this.#heirs, ([id, heir]) => [id, last(heir)]));
  }
}

function isOnSameSpan(a: Coding, b: Coding): boolean {
  return a.startUtf16 === b.startUtf16 && a.endUtf16 === b.endUtf16;
}
