import type { DocText } from '#domain/corpus/doc-text.ts';
import { withMeaningDated } from '#domain/codebook/date-meaning.ts';
import { withMentionsFollowing } from '#domain/codebook/mentions/follow-mentions.ts';
import { isEmpty, type Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { Environment } from '#domain/project/environment.ts';
import type { CodebookVersion, CoderId, Coding, ProjectRecord, SourceId } from '#domain/project/records.ts';
import { CoderAtHand } from './coder-at-hand.ts';
import { openDatabase, type ProjectDatabase } from './database.ts';
import { commitToDatabase, type Policy } from './journal.ts';
import { JournalSteps } from './journal-steps.ts';
import { ProjectRecords, type FirstRecords, type RecordsInMemory } from './project-records.ts';
import { RecordReader } from './record-reader.ts';
import { isStale, StaleChangeError } from './stale-change.ts';
import { nextSteps, type Journey, type OnProgress } from './travel.ts';
import { areWritesUnderWay, whenWritten } from './write-in-turn.ts';
import { WriteQueue, type SaveState } from './write-queue.ts';

export type { SaveState };

export interface CommitRequest {
  readonly label: Label;
  readonly policy: Policy;
}

/** Told after a change is on disk and in memory. `change` is null when only save state or progress of loading changed. */
export type ProjectListener = (change: Change | null) => void;

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
export class OpenProject implements RecordsInMemory {
  readonly database: ProjectDatabase;
  readonly isReadOnly: boolean;
  readonly environment: Environment;
  readonly coders: RecordsInMemory['coders'];
  readonly sources: RecordsInMemory['sources'];
  readonly codes: RecordsInMemory['codes'];
  readonly codings: RecordsInMemory['codings'];
  readonly memos: RecordsInMemory['memos'];
  readonly codeSets: RecordsInMemory['codeSets'];
  readonly counts: RecordsInMemory['counts'];

  readonly #records: ProjectRecords;
  readonly #reader: RecordReader;
  readonly #coder: CoderAtHand;
  readonly #steps: JournalSteps;
  readonly #queue: WriteQueue;
  readonly #listeners = new Set<ProjectListener>();
  #turn: Promise<unknown> = Promise.resolve();
  #turnsWaiting = 0;
  #isClosed = false;

  private constructor({ database, isReadOnly, environment, records, steps, coderName }: Opened) {
    this.database = database;
    this.isReadOnly = isReadOnly;
    this.environment = environment;
    this.#records = new ProjectRecords(records);
    this.#reader = new RecordReader(database, this.#records);
    ({
      coders: this.coders,
      sources: this.sources,
      codes: this.codes,
      codings: this.codings,
      memos: this.memos,
      codeSets: this.codeSets,
      counts: this.counts,
    } = this.#records);
    this.#coder = new CoderAtHand(this.coders, coderName, environment);
    this.#steps = new JournalSteps(database, {
      next: steps,
      enqueue: (write) => this.#enqueue(write),
      who: () => ({ coderId: this.coderId, at: environment.now() }),
    });
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
    this.#coder.switchTo(name);
    this.#announce(null);
  }

  /** Whose codings are being made; not in `coders` before the first change made under that name, nor after it has been undone. */
  get coderId(): CoderId {
    return this.#coder.id;
  }

  get coderName(): string {
    return this.#coder.name;
  }

  /**
   * Writes a change. Resolves when it is on disk, in memory, and the listeners have been told; changes are written in the
   * order of the calls. Texts that name codes follow codes that are called otherwise from then on, whoever renames them.
   * @throws StaleChangeError when codes or codings are not there as planned; nothing is written. The storage's error; nothing is written
   * or shown then, and `saveState` says so until `tryAgain` succeeds.
   */
  async commit(change: Change, request: CommitRequest): Promise<void> {
    if (isEmpty(change)) return;
    let wasStale = false;
    await this.#enqueue(async () => {
      // No failure to save: there is nothing that could be tried again.
      wasStale = isStale(change, this.#records);
      if (wasStale) return {};
      const complete = this.#coder.enter(withMentionsFollowing(withMeaningDated(change), this.#records));
      const hasUndone = this.nextRedo !== null;
      const options = { ...request, coderId: this.coderId, at: this.environment.now(), hasUndone };
      await commitToDatabase(this.database, complete, options);
      this.#steps.done(request.label);
      return complete;
    });
    if (wasStale) throw new StaleChangeError();
  }

  /**
   * Plans and writes one after the other: each plan sees what the one before has made of the records, and undo takes back
   * what was asked for last, however fast keys are pressed. Not to be called, nor undo, from within such work.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#turnsWaiting++;
    const result = this.#turn.then(work).finally(() => this.#turnsWaiting--);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** What undo would take back; null where there is nothing. */
  get nextUndo(): Label | null {
    return this.#steps.next.undo;
  }

  get nextRedo(): Label | null {
    return this.#steps.next.redo;
  }

  /** Answers with the label of what was taken back, null when there was nothing. */
  undo(): Promise<Label | null> {
    return this.inTurn(() => this.#steps.undo());
  }

  redo(): Promise<Label | null> {
    return this.inTurn(() => this.#steps.redo());
  }

  /**
   * Goes to a point of the journal: undoes or redoes what lies between, all of it or nothing. Listeners hear of one change.
   * @param sequence of the step that is to be the last one done; `BEGINNING` for none
   * @returns null when that is where one is
   * @throws UnreachableStepError when the point cannot be gone to
   */
  travelTo(sequence: number, onProgress?: OnProgress): Promise<Journey | null> {
    return this.inTurn(() => this.#steps.travelTo(sequence, onProgress));
  }

  /** Writes what could not be written before. */
  tryAgain(): Promise<void> {
    return this.#queue.tryAgain();
  }

  codingsOf(sourceId: SourceId): readonly Coding[] {
    return this.#records.codingsOf(sourceId);
  }

  /** The named states of the codebook, the latest first. Read when asked for: each holds a whole codebook. */
  loadCodebookVersions(): Promise<CodebookVersion[]> {
    return this.#reader.loadCodebookVersions();
  }

  /** Begins to read what the next `loadSource` will be asked for: the disk is at work while the screen is made ready. */
  readAhead(id: SourceId): void {
    this.#reader.readAhead(id);
  }

  /** A source's text and, as a by-product, its codings in memory. */
  loadSource(id: SourceId): Promise<DocText> {
    return this.#reader.loadSource(id);
  }

  /** Texts of several sources at once, for exports and imports. */
  loadTexts(ids: readonly SourceId[]): Promise<Map<SourceId, DocText>> {
    return this.#reader.loadTexts(ids);
  }

  /** Reads all codings, a slice at a time with a pause between, so that the window stays responsive. */
  async loadAllCodings(pause: () => Promise<void>): Promise<void> {
    const areComplete = await this.#reader.loadAllCodings(pause, () => !this.#isClosed);
    if (areComplete) this.#announce(null);
  }

  /** Whether something asked for is not on disk yet: changes, and also where one was and how the window was arranged. */
  get hasUnsaved(): boolean {
    return this.#turnsWaiting > 0 || this.#queue.hasUnwritten || areWritesUnderWay();
  }

  /** Waits for what is being planned and written; what could not be written is tried once more. Never rejects. */
  async settle(): Promise<void> {
    await this.#turn;
    await this.#queue.tryAgain().catch(() => undefined);
    await whenWritten();
  }

  /** Settles, then lets go of the database. */
  async close(): Promise<void> {
    await this.settle();
    this.#isClosed = true;
    this.#listeners.clear();
    this.database.close();
  }

  #enqueue(write: () => Promise<Change>): Promise<void> {
    return this.isReadOnly ? Promise.reject(new ReadOnlyProjectError()) : this.#queue.add(write);
  }

  #announce(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }
}
