import type { CodeId, Coding, SourceId } from '#domain/project/records.ts';

/** How often which code stands in which source: kept in step coding by coding, so that no count is ever stored. */
export class CodingCounts {
  readonly #byCode = new Map<CodeId, { total: number; readonly sources: Map<SourceId, number> }>();
  readonly #bySource = new Map<SourceId, number>();
  #total = 0;

  add(coding: Coding): void {
    this.#count(coding, 1);
  }

  remove(coding: Coding): void {
    this.#count(coding, -1);
  }

  get total(): number {
    return this.#total;
  }

  /** Sources with at least one coding. */
  get codedSources(): number {
    return this.#bySource.size;
  }

  ofSource(id: SourceId): number {
    return this.#bySource.get(id) ?? 0;
  }

  /** Codings of this very code, without its sub-codes. */
  ofCode(id: CodeId): number {
    return this.#byCode.get(id)?.total ?? 0;
  }

  /** Distinct sources that this very code stands in. */
  sourcesOfCode(id: CodeId): number {
    return this.#byCode.get(id)?.sources.size ?? 0;
  }

  #count({ codeId, sourceId }: Coding, step: 1 | -1): void {
    this.#total += step;
    let code = this.#byCode.get(codeId);
    if (!code) this.#byCode.set(codeId, (code = { total: 0, sources: new Map() }));
    code.total += step;
    bump(code.sources, sourceId, step);
    bump(this.#bySource, sourceId, step);
  }
}

function bump<K>(counts: Map<K, number>, key: K, step: number): void {
  const next = (counts.get(key) ?? 0) + step;
  if (next === 0) counts.delete(key);
  else counts.set(key, next);
}
