import { compareText } from '#domain/codebook/code-tree.ts';
import { DocText } from '#domain/corpus/doc-text.ts';
import type { CodingCounts } from '#domain/coding/coding-counts.ts';
import { isEmpty, type Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { Environment } from '#domain/project/environment.ts';
import type {
  Code,
  Coder,
  CoderId,
  CodebookVersion,
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
import { openDatabase, type ProjectDatabase } from './database.ts';
import { commitToDatabase, type Policy } from './journal.ts';
import { ProjectRecords, type FirstRecords } from './project-records.ts';
import { loadTexts } from './texts.ts';
import {
  nextSteps,
  redoInDatabase,
  travelInDatabase,
  undoInDatabase,
  UnreachableStepError,
  type Journey,
  type OnProgress,
  type Step,
  type Traveller,
} from './travel.ts';
import { WriteQueue, type SaveState } from './write-queue.ts';

export type { SaveState };

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

interface Opened {
  readonly database: ProjectDatabase;
  readonly isReadOnly: boolean;
  readonly environment: Environment;
  readonly records: FirstRecords;
  readonly steps: { readonly undo: Label | null; readonly redo: Label | null };
  readonly coderName: string;
}

/**
 * An open project: its records in memory, the one door to change them, and the news of every change. Opening reads what
 * the first screen needs (all but codings and named versions of the codebook); codings follow, those of the source at hand first.
 */
export class OpenProject {
  readonly database: ProjectDatabase;
  readonly isReadOnly: boolean;
  readonly environment: Environment;
  readonly coders: ReadonlyMap<CoderId, Coder>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly codes: ReadonlyMap<CodeId, Code>;
  readonly codings: ReadonlyMap<CodingId, Coding>;
  readonly memos: ReadonlyMap<MemoId, Memo>;
  readonly codeSets: ReadonlyMap<CodeSetId, CodeSet>;
  readonly counts: CodingCounts;
  nextUndo: Label | null;
  nextRedo: Label | null;
  /** Whose codings are being made. */
  coderId: CoderId;

  readonly #records: ProjectRecords;
  readonly #queue: WriteQueue;
  readonly #listeners = new Set<ProjectListener>();
  /** Of whoever is coding: not in `coders` before the first change made under it, nor after that has been undone. */
  #coderName: string;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #ahead: { readonly source: Source; readonly reading: Promise<DocText> } | null = null;

  private constructor({ database, isReadOnly, environment, records, steps, coderName }: Opened) {
    this.database = database;
    this.isReadOnly = isReadOnly;
    this.environment = environment;
    this.#records = new ProjectRecords(records);
    ({
      coders: this.coders,
      sources: this.sources,
      codes: this.codes,
      codings: this.codings,
      memos: this.memos,
      codeSets: this.codeSets,
      counts: this.counts,
    } = this.#records);
    this.nextUndo = steps.undo;
    this.nextRedo = steps.redo;
    const known = records.coders.find(({ name }) => name === coderName);
    this.coderId = known?.id ?? (environment.newId() as CoderId);
    this.#coderName = coderName;
    const onState = (written: Change | null): void => {
      if (written) this.#records.apply(written);
      this.#announce(written);
    };
    this.#queue = new WriteQueue({ now: environment.now, onState });
  }

  /**
   * @param coderName who is going to code; becomes a coder of the project with the first change made under that name
   * @throws Error when the database holds no project
   */
  static async open(databaseName: string, coderName: string, environment: Environment): Promise<OpenProject> {
    const { database, isReadOnly } = await openDatabase(databaseName);
    const [projects, coders, sources, codes, memos, codeSets, steps] = await Promise.all([
      database.project.toArray(),
      database.coders.toArray(),
      database.sources.toArray(),
      database.codes.toArray(),
      database.memos.toArray(),
      database.codeSets.toArray(),
      nextSteps(database),
    ]);
    const project = projects[0];
    if (!project) {
      database.close();
      throw new Error(`no project in ${databaseName}`);
    }
    const records = { project, coders, sources, codes, memos, codeSets };
    return new OpenProject({ database, isReadOnly, environment, records, steps, coderName });
  }

  get project(): ProjectRecord {
    return this.#records.project;
  }

  /** False until all codings have been read: until then counts are not to be shown. */
  get areCodingsComplete(): boolean {
    return this.#records.areCodingsComplete;
  }

  get saveState(): SaveState {
    return this.#queue.state;
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

  /**
   * Plans and writes one after the other: each plan sees what the one before has made of the records, and undo takes back
   * what was asked for last, however fast keys are pressed. Not to be called, nor undo, from within such work.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Answers with the label of what was taken back, null when there was nothing. */
  undo(): Promise<Label | null> {
    return this.inTurn(() => this.#takeStep(undoInDatabase));
  }

  redo(): Promise<Label | null> {
    return this.inTurn(() => this.#takeStep(redoInDatabase));
  }

  /**
   * Goes to a point of the journal: undoes or redoes what lies between, all of it or nothing. Listeners hear of one change.
   * @param sequence of the step that is to be the last one done; `BEGINNING` for none
   * @returns null when that is where one is
   * @throws UnreachableStepError when the point cannot be gone to
   */
  travelTo(sequence: number, onProgress?: OnProgress): Promise<Journey | null> {
    return this.inTurn(() => this.#travelTo(sequence, onProgress));
  }

  async #travelTo(sequence: number, onProgress?: OnProgress): Promise<Journey | null> {
    let outcome: Journey | UnreachableStepError | null = null;
    await this.#enqueue(async () => {
      outcome = await travelInDatabase(this.database, this.#traveller, sequence, onProgress).catch(passHindrance);
      await this.#readNextSteps();
      return outcome && 'change' in outcome ? outcome.change : {};
    });
    if ((outcome as Journey | UnreachableStepError | null) instanceof UnreachableStepError) throw outcome;
    return outcome;
  }

  /** Writes what could not be written before. */
  tryAgain(): Promise<void> {
    return this.#queue.tryAgain();
  }

  codingsOf(sourceId: SourceId): readonly Coding[] {
    return this.#records.codingsOf(sourceId);
  }

  /** The named states of the codebook, the latest first. Read when asked for: each holds a whole codebook. */
  async loadCodebookVersions(): Promise<CodebookVersion[]> {
    const versions = await this.database.codebookVersions.toArray();
    return versions.sort((a, b) => compareText(b.createdAt, a.createdAt) || compareText(a.id, b.id));
  }

  /** Begins to read what the next `loadSource` will be asked for: the disk is at work while the screen is made ready. */
  readAhead(id: SourceId): void {
    const source = this.sources.get(id);
    if (!source || this.#ahead?.source === source) return;
    this.#ahead = { source, reading: this.#readSource(source) };
    // Whoever asks for the text is told.
    this.#ahead.reading.catch(() => undefined);
  }

  /** A source's text and, as a by-product, its codings in memory. */
  async loadSource(id: SourceId): Promise<DocText> {
    const source = this.sources.get(id);
    if (!source) throw new Error(`no source ${id}`);
    const ahead = this.#ahead;
    this.#ahead = null;
    return ahead?.source === source ? ahead.reading : this.#readSource(source);
  }

  async #readSource({ id, textSha256 }: Source): Promise<DocText> {
    const [texts, codings] = await Promise.all([
      loadTexts(this.database, [textSha256]),
      this.areCodingsComplete ? [] : this.database.codings.where('sourceId').equals(id).toArray(),
    ]);
    const text = texts.get(textSha256);
    if (text === undefined) throw new Error(`no text for source ${id}`);
    this.#records.takeIn(codings);
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
      this.#records.takeIn(slice);
      if (slice.length < CODINGS_PER_READ) {
        this.#records.completeCodings();
        this.#announce(null);
        return;
      }
      last = slice[slice.length - 1]?.id ?? last;
      await pause();
    }
  }

  /** Waits for what is being planned and written, then lets go of the database. */
  async close(): Promise<void> {
    await this.#turn;
    await this.#queue.settle();
    this.#isClosed = true;
    this.#listeners.clear();
    this.database.close();
  }

  get #traveller(): Traveller {
    return { coderId: this.coderId, at: this.environment.now() };
  }

  async #takeStep(step: (database: ProjectDatabase, who: Traveller) => Promise<Step | null>): Promise<Label | null> {
    let label: Label | null = null;
    await this.#enqueue(async () => {
      const done = await step(this.database, this.#traveller);
      await this.#readNextSteps();
      label = done?.label ?? null;
      return done?.change ?? {};
    });
    return label;
  }

  async #readNextSteps(): Promise<void> {
    const next = await nextSteps(this.database);
    this.nextUndo = next.undo;
    this.nextRedo = next.redo;
  }

  #enqueue(write: () => Promise<Change>): Promise<void> {
    return this.isReadOnly ? Promise.reject(new ReadOnlyProjectError()) : this.#queue.add(write);
  }

  #withPendingCoder(change: Change): Change {
    if (this.coders.has(this.coderId)) return change;
    const isAdded = change.coders?.added?.some(({ id }) => id === this.coderId) ?? false;
    if (isAdded) return change;
    const coder = { id: this.coderId, name: this.#coderName, createdAt: this.environment.now() };
    return { ...change, coders: { ...change.coders, added: [...(change.coders?.added ?? []), coder] } };
  }

  #announce(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** A point that cannot be reached is no failure to save: nothing is to be tried again. */
function passHindrance(error: unknown): UnreachableStepError {
  if (error instanceof UnreachableStepError) return error;
  throw error;
}
