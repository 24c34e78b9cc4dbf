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
  /** By coder and span, and by selection: thousands are put one after the other, and none is to look at all others. */
  readonly #onSpan = new Map<string, Set<CodingId>>();
  readonly #ofSelection = new Map<SelectionId, Set<CodingId>>();

  constructor(existing: readonly Coding[], environment: Environment) {
    this.#environment = environment;
    for (const coding of existing) {
      this.#originals.set(coding.id, coding);
      this.#set(coding);
    }
  }

  /** Adds a coding or puts it in the place of the one with its id. Where an identical one is there, that stays. */
  put(coding: Coding): void {
    const onSpan = this.#othersOnSpan(coding);
    const double = onSpan.find(({ codeId }) => codeId === coding.codeId);
    if (double) {
      this.#set(uniteCodings(double, coding, this.#environment.now()));
      this.remove(coding.id, double.id);
      return;
    }
    const selectionId = onSpan[0]?.selectionId ?? this.#freeSelection(coding);
    this.#set({ ...coding, selectionId });
  }

  /** @param heir the coding that takes over the memos on it */
  remove(id: CodingId, heir: CodingId): void {
    this.#unset(id);
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

  /** In the order of what was there first. */
  #othersOnSpan(coding: Coding): Coding[] {
    const ids = [...(this.#onSpan.get(spanKey(coding)) ?? [])].filter((id) => id !== coding.id);
    return ids.flatMap((id) => this.#current.get(id) ?? []);
  }

  #freeSelection({ id, selectionId }: Coding): SelectionId {
    const isTaken = [...(this.#ofSelection.get(selectionId) ?? [])].some((other) => other !== id);
    return isTaken ? (this.#environment.newId() as SelectionId) : selectionId;
  }

  #set(coding: Coding): void {
    const before = this.#current.get(coding.id);
    if (before) this.#forgetPlace(before);
    this.#current.set(coding.id, coding);
    addTo(this.#onSpan, spanKey(coding), coding.id);
    addTo(this.#ofSelection, coding.selectionId, coding.id);
  }

  #unset(id: CodingId): void {
    const before = this.#current.get(id);
    if (before) this.#forgetPlace(before);
    this.#current.delete(id);
  }

  #forgetPlace(coding: Coding): void {
    this.#onSpan.get(spanKey(coding))?.delete(coding.id);
    this.#ofSelection.get(coding.selectionId)?.delete(coding.id);
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

function spanKey({ coderId, startUtf16, endUtf16 }: Coding): string {
  return `${startUtf16} ${endUtf16} ${coderId}`;
}

function addTo<K>(map: Map<K, Set<CodingId>>, key: K, id: CodingId): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
