import type { CodingId } from '#domain/project/records.ts';

/** Which rows of a list are picked. By id, since rows come, go and change places while they are picked. */
export interface PickedRows {
  /** The row at hand, as it was when it was last moved to; one may stand in its place now. */
  readonly at: { readonly id: CodingId | null; readonly index: number };
  /** Where a stretch that is picked with Shift begins. */
  readonly anchor: CodingId | null;
  readonly ids: ReadonlySet<CodingId>;
}

export const nothingPicked: PickedRows = { at: { id: null, index: 0 }, anchor: null, ids: new Set() };

/** Rows as they stand in the list. */
export class RowOrder {
  readonly ids: readonly CodingId[];
  readonly #places: ReadonlyMap<CodingId, number>;

  constructor(ids: readonly CodingId[]) {
    this.ids = ids;
    this.#places = new Map(ids.map((id, index) => [id, index]));
  }

  /** The row at hand; where it has gone the one that has taken its place. -1 in an empty list. */
  current({ at }: PickedRows): number {
    return (at.id && this.#places.get(at.id)) ?? Math.min(at.index, this.ids.length - 1);
  }

  /** Of those picked the ones that are still listed, in the order of the list; none picked means the row at hand. */
  picked(rows: PickedRows): CodingId[] {
    const ids = this.ids.filter((id) => rows.ids.has(id));
    const here = this.ids[this.current(rows)];
    return ids.length > 0 || !here ? ids : [here];
  }

  /** This row and no other. */
  pick(index: number): PickedRows {
    const id = this.ids[index] ?? null;
    return { at: { id, index }, anchor: id, ids: new Set(id ? [id] : []) };
  }

  /** Goes to a row and leaves what is picked as it is. */
  goTo(rows: PickedRows, index: number): PickedRows {
    return { ...rows, at: { id: this.ids[index] ?? null, index } };
  }

  /** Picks a row as well, or lets go of it. */
  toggle(rows: PickedRows, index: number): PickedRows {
    const id = this.ids[index];
    if (!id) return rows;
    const ids = new Set(this.picked(rows));
    if (!ids.delete(id)) ids.add(id);
    return { at: { id, index }, anchor: id, ids };
  }

  /** Picks all from where the stretch began to a row. */
  extend(rows: PickedRows, index: number): PickedRows {
    const anchor = (rows.anchor && this.#places.get(rows.anchor)) ?? this.current(rows);
    const ids = this.ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
    return { at: { id: this.ids[index] ?? null, index }, anchor: this.ids[anchor] ?? null, ids: new Set(ids) };
  }

  pickAll(rows: PickedRows): PickedRows {
    return { ...rows, ids: new Set(this.ids) };
  }
}
