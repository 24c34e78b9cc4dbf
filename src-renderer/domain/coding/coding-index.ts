import { compareText } from '#domain/project/compare-text.ts';
import type { Coding, CodingId } from '#domain/project/records.ts';

const BLOCK = 64;
const MANY = 32;
/** Room for codings to come before the table of reaches is made anew. */
const SPARE = 1024;

/**
 * The codings of one source, asked by place. Sorted by start, longer first; per block of 64 the furthest end, so that a
 * query skips what ended long ago. Adding or removing one costs a memory move, no rebuild. All offsets UTF-16.
 */
export class CodingIndex {
  #sorted: Coding[];
  readonly #furthestEnds: number[] = [];
  readonly #lanes = new Map<CodingId, number>();
  /** The furthest end of all codings up to each place. */
  #reach = new Uint32Array(0);
  #version = 0;

  constructor(codings: readonly Coding[]) {
    this.#sorted = [...codings].sort(compareCodings);
    this.#measure();
  }

  get all(): readonly Coding[] {
    return this.#sorted;
  }

  /** Counts up with every coding that comes or goes. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#sorted.length;
  }

  add(coding: Coding): void {
    this.#sorted.splice(this.placeOf(coding), 0, coding);
    this.#measure();
  }

  remove(coding: Coding): void {
    const at = this.placeOf(coding);
    if (this.#sorted[at]?.id !== coding.id) return;
    this.#sorted.splice(at, 1);
    this.#measure();
  }

  /** Thousands at once cost one sorting, not one memory move and one pass each. */
  addAll(codings: readonly Coding[]): void {
    if (codings.length < MANY) {
      for (const coding of codings) this.add(coding);
      return;
    }
    this.#sorted = [...this.#sorted, ...codings].sort(compareCodings);
    this.#measure();
  }

  removeAll(codings: readonly Coding[]): void {
    if (codings.length < MANY) {
      for (const coding of codings) this.remove(coding);
      return;
    }
    const ids = new Set(codings.map(({ id }) => id));
    this.#sorted = this.#sorted.filter(({ id }) => !ids.has(id));
    this.#measure();
  }

  /** Codings that share at least one unit with `[start, end)`, in order. */
  overlapping(start: number, end: number): Coding[] {
    const found: Coding[] = [];
    for (let block = 0; block < this.#furthestEnds.length; block++) {
      if ((this.#furthestEnds[block] ?? 0) <= start) continue;
      const from = block * BLOCK;
      if ((this.#sorted[from]?.startUtf16 ?? Infinity) >= end) break;
      for (let at = from; at < Math.min(from + BLOCK, this.#sorted.length); at++) {
        const coding = this.#sorted[at];
        if (!coding || coding.startUtf16 >= end) break;
        if (coding.endUtf16 > start) found.push(coding);
      }
    }
    return found;
  }

  /** Codings a caret at this offset stands in, or at the end of, shortest first: what "the coding here" means. */
  at(offset: number): Coding[] {
    return this.overlapping(offset - 1, offset + 1)
      .filter(({ startUtf16, endUtf16 }) => startUtf16 <= offset && offset <= endUtf16)
      .sort((a, b) => a.endUtf16 - a.startUtf16 - (b.endUtf16 - b.startUtf16));
  }

  /** The first coding that starts after the offset. */
  nextAfter(offset: number): Coding | undefined {
    return this.#sorted[this.#firstFrom(offset + 1)];
  }

  /** The last coding that starts before the offset. */
  lastBefore(offset: number): Coding | undefined {
    return this.#sorted[this.#firstFrom(offset) - 1];
  }

  /** Lane of a coding's underline: the lowest that no coding before it still occupies, kept for its whole length. */
  laneOf(coding: Coding): number {
    const known = this.#lanes.get(coding.id);
    if (known !== undefined) return known;
    this.#assignLanes(this.placeOf(coding));
    return this.#lanes.get(coding.id) ?? 0;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.startUtf16 ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where in `all` a coding stands, or would stand. */
  placeOf(coding: Coding): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#sorted[middle];
      if (other && compareCodings(other, coding) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The furthest end of the codings up to a place in `all`. */
  reachUpTo(place: number): number {
    return this.#reach[place] ?? 0;
  }

  #measure(): void {
    this.#version++;
    this.#lanes.clear();
    this.#furthestEnds.length = 0;
    if (this.#reach.length < this.#sorted.length) this.#reach = new Uint32Array(this.#sorted.length + SPARE);
    let reach = 0;
    for (let at = 0; at < this.#sorted.length; at++) {
      const end = this.#sorted[at]?.endUtf16 ?? 0;
      const block = Math.floor(at / BLOCK);
      this.#furthestEnds[block] = Math.max(this.#furthestEnds[block] ?? 0, end);
      reach = Math.max(reach, end);
      this.#reach[at] = reach;
    }
  }

  /** Lanes of one cluster: codings that hang together by overlaps, beyond which none can be in another's way. */
  #assignLanes(place: number): void {
    let first = place;
    while (first > 0 && (this.#reach[first - 1] ?? 0) > (this.#sorted[first]?.startUtf16 ?? 0)) first--;
    const ends: number[] = [];
    for (let at = first; at < this.#sorted.length; at++) {
      const coding = this.#sorted[at];
      if (!coding || (at > first && (this.#reach[at - 1] ?? 0) <= coding.startUtf16)) return;
      let lane = ends.findIndex((end) => end <= coding.startUtf16);
      if (lane < 0) lane = ends.length;
      ends[lane] = coding.endUtf16;
      this.#lanes.set(coding.id, lane);
    }
  }
}

/** By start, then longer first, then as they were given, then id: a total order, so that every screen and export agrees. */
export function compareCodings(a: Coding, b: Coding): number {
  return (
    a.startUtf16 - b.startUtf16 ||
    b.endUtf16 - a.endUtf16 ||
    compareText(a.createdAt, b.createdAt) ||
    compareText(a.id, b.id)
  );
}
