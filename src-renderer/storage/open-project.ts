import { CodingCounts } from '#domain/coding/coding-counts.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import { isEmpty, type Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { Environment } from '#domain/project/environment.ts';
import type {
  Code,
  Coder,
  CoderId,
  CodeId,
  Coding,
  CodingId,
  Memo,
  MemoId,
  ProjectRecord,
  Source,
  SourceId,
} from '#domain/project/records.ts';
import { openDatabase, type ProjectDatabase } from './database.ts';
import { loadTexts } from './texts.ts';
import { commitToDatabase, nextSteps, redoInDatabase, undoInDatabase, type Policy, type Step } from './journal.ts';

/** What the status line may say. `failed` keeps the change, so that saving can be tried again. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly since: string; readonly isDiskFull: boolean };

export interface CommitRequest {
  readonly label: Label;
  readonly policy: Policy;
}

/** Told after a change is on disk and in memory. `change` is null when only save state or progress of loading changed. */
export type ProjectListener = (change: Change | null) => void;

const CODINGS_PER_READ = 4000;

/** The project was written by a newer Postil and can be read, not changed. */
export class ReadOnlyProjectError extends Error {
  override readonly name = 'ReadOnlyProjectError';
}

/**
 * An open project: its records in memory, the one door to change them, and the news of every change. Opening reads what
 * the first screen needs (project, coders, sources, codes, memos); codings follow, those of the source at hand first.
 */
export class OpenProject {
  readonly database: ProjectDatabase;
  readonly isReadOnly: boolean;
  readonly environment: Environment;
  project: ProjectRecord;
  readonly coders = new Map<CoderId, Coder>();
  readonly sources = new Map<SourceId, Source>();
  readonly codes = new Map<CodeId, Code>();
  readonly codings = new Map<CodingId, Coding>();
  readonly memos = new Map<MemoId, Memo>();
  readonly counts = new CodingCounts();
  /** False until all codings have been read: until then counts are not to be shown. */
  areCodingsComplete = false;
  saveState: SaveState;
  nextUndo: Label | null = null;
  nextRedo: Label | null = null;
  /** Whose codings are being made. */
  coderId: CoderId;

  readonly #listeners = new Set<ProjectListener>();
  readonly #codingsBySource = new Map<SourceId, Map<CodingId, Coding>>();
  readonly #removedWhileLoading = new Set<CodingId>();
  #queue: Promise<unknown> = Promise.resolve();
  readonly #unwritten: (() => Promise<Change>)[] = [];
  /** Of whoever is coding: not in `coders` before the first change made under it, nor after that has been undone. */
  #coderName = '';
  #isClosed = false;

  private constructor(
    database: ProjectDatabase,
    isReadOnly: boolean,
    environment: Environment,
    records: {
      project: ProjectRecord;
      coders: Coder[];
      sources: Source[];
      codes: Code[];
      memos: Memo[];
      coderId: CoderId;
    },
  ) {
    this.database = database;
    this.isReadOnly = isReadOnly;
    this.environment = environment;
    this.project = records.project;
    this.coderId = records.coderId;
    for (const coder of records.coders) this.coders.set(coder.id, coder);
    for (const source of records.sources) this.sources.set(source.id, source);
    for (const code of records.codes) this.codes.set(code.id, code);
    for (const memo of records.memos) this.memos.set(memo.id, memo);
    this.saveState = { kind: 'saved', at: environment.now() };
  }

  /**
   * @param coderName who is going to code; becomes a coder of the project with the first change made under that name
   * @throws Error when the database holds no project
   */
  static async open(databaseName: string, coderName: string, environment: Environment): Promise<OpenProject> {
    const { database, isReadOnly } = await openDatabase(databaseName);
    const [projects, coders, sources, codes, memos, steps] = await Promise.all([
      database.project.toArray(),
      database.coders.toArray(),
      database.sources.toArray(),
      database.codes.toArray(),
      database.memos.toArray(),
      nextSteps(database),
    ]);
    const project = projects[0];
    if (!project) {
      database.close();
      throw new Error(`no project in ${databaseName}`);
    }
    const coderId = coders.find(({ name }) => name === coderName)?.id ?? (environment.newId() as CoderId);
    const open = new OpenProject(database, isReadOnly, environment, {
      project,
      coders,
      sources,
      codes,
      memos,
      coderId,
    });
    open.#coderName = coderName;
    open.nextUndo = steps.undo;
    open.nextRedo = steps.redo;
    return open;
  }

  subscribe(listener: ProjectListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes who is coding; a name new to the project is stored with the first change made under it. */
  switchCoder(name: string): void {
    const known = [...this.coders.values()].find((coder) => coder.name === name);
    this.coderId = known?.id ?? (this.environment.newId() as CoderId);
    this.#coderName = name;
    this.#announce(null);
  }

  get coderName(): string {
    return this.coders.get(this.coderId)?.name ?? this.#coderName;
  }

  /**
   * Writes a change. Resolves when it is on disk, in memory, and the listeners have been told; changes are written in the
   * order of the calls.
   * @throws the storage's error; nothing is written or shown then, and `saveState` says so until `tryAgain` succeeds.
   */
  commit(change: Change, request: CommitRequest): Promise<void> {
    if (isEmpty(change)) return Promise.resolve();
    return this.#enqueue(async () => {
      const complete = this.#withPendingCoder(change);
      const hasUndone = this.nextRedo !== null;
      const options = { ...request, coderId: this.coderId, at: this.environment.now(), hasUndone };
      await commitToDatabase(this.database, complete, options);
      this.nextUndo = request.label;
      this.nextRedo = null;
      return complete;
    });
  }

  /** Answers with the label of what was taken back, null when there was nothing. */
  undo(): Promise<Label | null> {
    return this.#travel(undoInDatabase);
  }

  redo(): Promise<Label | null> {
    return this.#travel(redoInDatabase);
  }

  /** Writes what could not be written before. */
  tryAgain(): Promise<void> {
    const result = this.#queue.then(() => this.#drain());
    this.#queue = result.catch(() => undefined);
    return result;
  }

  codingsOf(sourceId: SourceId): readonly Coding[] {
    return [...(this.#codingsBySource.get(sourceId)?.values() ?? [])];
  }

  /** A source's text and, as a by-product, its codings in memory. */
  async loadSource(id: SourceId): Promise<DocText> {
    const source = this.sources.get(id);
    if (!source) throw new Error(`no source ${id}`);
    const [texts, codings] = await Promise.all([
      loadTexts(this.database, [source.textSha256]),
      this.areCodingsComplete ? [] : this.database.codings.where('sourceId').equals(id).toArray(),
    ]);
    const text = texts.get(source.textSha256);
    if (text === undefined) throw new Error(`no text for source ${id}`);
    this.#takeIn(codings);
    return new DocText(text);
  }

  /** Texts of several sources at once, for exports and imports. */
  async loadTexts(ids: readonly SourceId[]): Promise<Map<SourceId, DocText>> {
    const hashOf = (id: SourceId): string => this.sources.get(id)?.textSha256 ?? '';
    const texts = await loadTexts(this.database, ids.map(hashOf));
    return new Map(
      ids.flatMap((id) => {
        const text = texts.get(hashOf(id));
        return text === undefined ? [] : [[id, new DocText(text)] as const];
      }),
    );
  }

  /** Reads all codings, a slice at a time with a pause between, so that the window stays responsive. */
  async loadAllCodings(pause: () => Promise<void>): Promise<void> {
    let last = '';
    while (!this.areCodingsComplete && !this.#isClosed) {
      const slice = await this.database.codings.where('id').above(last).limit(CODINGS_PER_READ).toArray();
      this.#takeIn(slice);
      if (slice.length < CODINGS_PER_READ) {
        this.areCodingsComplete = true;
        this.#removedWhileLoading.clear();
        this.#announce(null);
        return;
      }
      last = slice[slice.length - 1]?.id ?? last;
      await pause();
    }
  }

  /** Waits for what is being written, then lets go of the database. */
  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    this.#isClosed = true;
    this.#listeners.clear();
    this.database.close();
  }

  async #travel(
    step: (database: ProjectDatabase, who: { coderId: CoderId; at: string }) => Promise<Step | null>,
  ): Promise<Label | null> {
    let label: Label | null = null;
    await this.#enqueue(async () => {
      const done = await step(this.database, { coderId: this.coderId, at: this.environment.now() });
      const next = await nextSteps(this.database);
      this.nextUndo = next.undo;
      this.nextRedo = next.redo;
      label = done?.label ?? null;
      return done?.change ?? {};
    });
    return label;
  }

  /**
   * One write after the other: what the screen shows as saved is what the disk has, in the same order. A write that failed
   * stays first in line, since later ones may build on it.
   */
  #enqueue(write: () => Promise<Change>): Promise<void> {
    if (this.isReadOnly) return Promise.reject(new ReadOnlyProjectError());
    this.#unwritten.push(write);
    const result = this.#queue.then(() => this.#drain());
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #drain(): Promise<void> {
    for (let write = this.#unwritten[0]; write; write = this.#unwritten[0]) {
      this.saveState = { kind: 'saving' };
      this.#announce(null);
      try {
        const change = await write();
        this.#unwritten.shift();
        this.#apply(change);
        this.saveState = { kind: 'saved', at: this.environment.now() };
        this.#announce(change);
      } catch (error) {
        const isDiskFull = error instanceof Error && /Quota/.test(`${error.name} ${error.message}`);
        this.saveState = { kind: 'failed', since: this.environment.now(), isDiskFull };
        this.#announce(null);
        throw error;
      }
    }
  }

  #withPendingCoder(change: Change): Change {
    if (this.coders.has(this.coderId)) return change;
    const isAdded = change.coders?.added?.some(({ id }) => id === this.coderId) ?? false;
    if (isAdded) return change;
    const coder = { id: this.coderId, name: this.#coderName, createdAt: this.environment.now() };
    return { ...change, coders: { ...change.coders, added: [...(change.coders?.added ?? []), coder] } };
  }

  #apply(change: Change): void {
    applyTo(this.coders, change.coders);
    applyTo(this.sources, change.sources);
    applyTo(this.codes, change.codes);
    applyTo(this.memos, change.memos);
    for (const [, to] of change.project?.updated ?? []) this.project = to;
    for (const coding of change.codings?.removed ?? []) this.#forget(coding.id);
    for (const [, to] of change.codings?.updated ?? []) {
      this.#forget(to.id);
      this.#remember(to);
    }
    for (const coding of change.codings?.added ?? []) this.#remember(coding);
  }

  #takeIn(codings: readonly Coding[]): void {
    for (const coding of codings) {
      if (!this.codings.has(coding.id) && !this.#removedWhileLoading.has(coding.id)) this.#remember(coding);
    }
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
    if (!this.areCodingsComplete) this.#removedWhileLoading.add(id);
    const coding = this.codings.get(id);
    if (!coding) return;
    this.codings.delete(id);
    this.counts.remove(coding);
    this.#codingsBySource.get(coding.sourceId)?.delete(id);
  }

  #announce(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function applyTo<R extends { readonly id: Id }, Id>(
  records: Map<Id, R>,
  family:
    | {
        readonly added?: readonly R[];
        readonly updated?: readonly (readonly [R, R])[];
        readonly removed?: readonly R[];
      }
    | undefined,
): void {
  for (const { id } of family?.removed ?? []) records.delete(id);
  for (const [, to] of family?.updated ?? []) records.set(to.id, to);
  for (const record of family?.added ?? []) records.set(record.id, record);
}
