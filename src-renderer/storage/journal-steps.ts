import type { Change } from '#domain/history/change.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import type { ProjectDatabase } from './database.ts';
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

/** Puts a write in line, as the project does with each: what it answers with is then done to memory and told. */
export type Enqueue = (write: () => Promise<Change>) => Promise<void>;

/** Where one stands in the journal of an open project: what undo and redo would do, and going there. */
export class JournalSteps {
  readonly #database: ProjectDatabase;
  readonly #enqueue: Enqueue;
  readonly #who: () => Traveller;
  #next: { readonly undo: Label | null; readonly redo: Label | null };

  constructor(
    database: ProjectDatabase,
    options: { next: Awaited<ReturnType<typeof nextSteps>>; enqueue: Enqueue; who: () => Traveller },
  ) {
    this.#database = database;
    this.#next = options.next;
    this.#enqueue = options.enqueue;
    this.#who = options.who;
  }

  get next(): { readonly undo: Label | null; readonly redo: Label | null } {
    return this.#next;
  }

  /** Something else was done: what was undone is overtaken. */
  done(label: Label): void {
    this.#next = { undo: label, redo: null };
  }

  undo(): Promise<Label | null> {
    return this.#take(undoInDatabase);
  }

  redo(): Promise<Label | null> {
    return this.#take(redoInDatabase);
  }

  async #take(step: (database: ProjectDatabase, who: Traveller) => Promise<Step | null>): Promise<Label | null> {
    let label: Label | null = null;
    await this.#enqueue(async () => {
      const done = await step(this.#database, this.#who());
      this.#next = await nextSteps(this.#database);
      label = done?.label ?? null;
      return done?.change ?? {};
    });
    return label;
  }

  async travelTo(sequence: number, onProgress?: OnProgress): Promise<Journey | null> {
    let outcome: Journey | UnreachableStepError | null = null;
    await this.#enqueue(async () => {
      outcome = await travelInDatabase(this.#database, this.#who(), sequence, onProgress).catch(passHindrance);
      this.#next = await nextSteps(this.#database);
      return outcome && 'change' in outcome ? outcome.change : {};
    });
    if ((outcome as Journey | UnreachableStepError | null) instanceof UnreachableStepError) throw outcome;
    return outcome;
  }
}

/** A point that cannot be reached is no failure to save: nothing is to be tried again. */
function passHindrance(error: unknown): UnreachableStepError {
  if (error instanceof UnreachableStepError) return error;
  throw error;
}
