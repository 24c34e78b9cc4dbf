import { CodingCounts } from '#domain/coding/coding-counts.ts';
import type { Change, FamilyChange } from '#domain/history/change.ts';
import type {
  Code,
  Coder,
  CoderId,
  CodeId,
  CodeSet,
  CodeSetId,
  Coding,
  CodingId,
  Memo,
  MemoId,
  ProjectRecord,
  Source,
  SourceId,
} from '#domain/project/records.ts';

/** What the first screen needs: everything but the codings, which follow slice by slice. */
export interface FirstRecords {
  readonly project: ProjectRecord;
  readonly coders: readonly Coder[];
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly memos: readonly Memo[];
  readonly codeSets: readonly CodeSet[];
}

/** An open project's records, for all to read. */
export interface RecordsInMemory {
  readonly coders: ReadonlyMap<CoderId, Coder>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly memos: ReadonlyMap<MemoId, Memo>;
  readonly codeSets: ReadonlyMap<CodeSetId, CodeSet>;
  readonly counts: CodingCounts;
}

/** An open project's records in memory, kept as the disk has them. */
export class ProjectRecords implements RecordsInMemory {
  project: ProjectRecord;
  readonly coders = new Map<CoderId, Coder>();
  readonly sources = new Map<SourceId, Source>();
  readonly codes = new Map<CodeId, Code>();
  readonly codings = new Map<CodingId, Coding>();
  readonly memos = new Map<MemoId, Memo>();
  readonly codeSets = new Map<CodeSetId, CodeSet>();
  readonly counts = new CodingCounts();
  readonly #codingsBySource = new Map<SourceId, Map<CodingId, Coding>>();
  readonly #removedWhileLoading = new Set<CodingId>();
  #areCodingsComplete = false;

  constructor({ project, coders, sources, codes, memos, codeSets }: FirstRecords) {
    this.project = project;
    for (const coder of coders) this.coders.set(coder.id, coder);
    for (const source of sources) this.sources.set(source.id, source);
    for (const code of codes) this.codes.set(code.id, code);
    for (const memo of memos) this.memos.set(memo.id, memo);
    for (const set of codeSets) this.codeSets.set(set.id, set);
  }

  get areCodingsComplete(): boolean {
    return this.#areCodingsComplete;
  }

  codingsOf(sourceId: SourceId): readonly Coding[] {
    return [...(this.#codingsBySource.get(sourceId)?.values() ?? [])];
  }

  /** Does to memory what has just been done to the disk. */
  apply(change: Change): void {
    applyTo(this.coders, change.coders);
    applyTo(this.sources, change.sources);
    applyTo(this.codes, change.codes);
    applyTo(this.memos, change.memos);
    applyTo(this.codeSets, change.codeSets);
    for (const [, to] of change.project?.updated ?? []) this.project = to;
    for (const coding of change.codings?.removed ?? []) this.#forget(coding.id);
    for (const [, to] of change.codings?.updated ?? []) {
      this.#forget(to.id);
      this.#remember(to);
    }
    for (const coding of change.codings?.added ?? []) this.#remember(coding);
  }

  /** Takes in codings as they were read from disk; what has been changed or removed since then is not taken back. */
  takeIn(codings: readonly Coding[]): void {
    for (const coding of codings) {
      if (!this.codings.has(coding.id) && !this.#removedWhileLoading.has(coding.id)) this.#remember(coding);
    }
  }

  /** All codings have been read: from now on counts may be shown. */
  completeCodings(): void {
    this.#areCodingsComplete = true;
    this.#removedWhileLoading.clear();
  }

  #remember(coding: Coding): void {
    this.codings.set(coding.id, coding);
    this.counts.add(coding);
    let ofSource = this.#codingsBySource.get(coding.sourceId);
    if (!ofSource) this.#codingsBySource.set(coding.sourceId, (ofSource = new Map()));
    ofSource.set(coding.id, coding);
    this.#removedWhileLoading.delete(coding.id);
  }

  #forget(id: CodingId): void {
    if (!this.#areCodingsComplete) this.#removedWhileLoading.add(id);
    const coding = this.codings.get(id);
    if (!coding) return;
    this.codings.delete(id);
    this.counts.remove(coding);
    this.#codingsBySource.get(coding.sourceId)?.delete(id);
  }
}

function applyTo<R extends { readonly id: Id }, Id>(records: Map<Id, R>, family: FamilyChange<R> | undefined): void {
  for (const { id } of family?.removed ?? []) records.delete(id);
  for (const [, to] of family?.updated ?? []) records.set(to.id, to);
  for (const record of family?.added ?? []) records.set(record.id, record);
}
