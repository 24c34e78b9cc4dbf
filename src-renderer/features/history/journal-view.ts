import type { JournalState, Label } from '#domain/history/journal-entry.ts';
import { BEGINNING, type JournalStep } from '#domain/history/journal-step.ts';
import { newestSequence, readLastDone, readStates, readSteps, readStepsAfter } from '#storage/journal-pages.ts';
import { foldedText } from './history-rows.ts';
import type { OpenProject } from '#storage/open-project.ts';

export interface JournalSnapshot {
  /** Newest first. */
  readonly steps: readonly JournalStep[];
  /** The step done last, `BEGINNING` when none is. */
  readonly present: number;
  /** False while older ones are still being read. */
  readonly isComplete: boolean;
}

/** As many as are on a screen, at once; the rest follows in larger pages, with a pause between. */
const FIRST_PAGE = 100;
const PAGE = 500;

/** The journal as a list that is read newest first, page by page, and kept as it is on disk while work goes on. */
export class JournalView {
  readonly #project: OpenProject;
  readonly #listeners = new Set<() => void>();
  readonly #labels = new Map<number, Label>();
  #snapshot: JournalSnapshot = { steps: [], present: BEGINNING, isComplete: false };
  #told = 0;
  #work: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(project: OpenProject) {
    this.#project = project;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): JournalSnapshot => this.#snapshot;

  readonly labelOf = (sequence: number): Label | undefined => this.#labels.get(sequence);

  /** Reads to the end of the journal, with a pause after each page. */
  async load(pause: () => Promise<void>): Promise<void> {
    while (!this.#isClosed && !this.#snapshot.isComplete) {
      await this.#inTurn(() => this.#readPage());
      await pause();
    }
  }

  /** Catches up with what has been done since. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#catchUp());
  }

  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
  }

  /** Readings go one after the other, so that none begins with what another is about to change. */
  #inTurn(reading: () => Promise<void>): Promise<void> {
    const done = this.#work.then(() => (this.#isClosed ? undefined : reading()));
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #readPage(): Promise<void> {
    const { database } = this.#project;
    const { steps, present } = this.#snapshot;
    const oldest = steps.at(-1)?.sequence;
    const page = await readSteps(
      database,
      oldest ?? (await newestSequence(database)) + 1,
      oldest === undefined ? FIRST_PAGE : PAGE,
    );
    this.#learn(page);
    // Made now, a page at a time: for all at once somebody who begins to filter would have to wait.
    for (const step of page) foldedText(step, this.labelOf);
    const now = oldest === undefined ? ((await readLastDone(database))?.sequence ?? BEGINNING) : present;
    const isComplete = page.length === 0;
    this.#snapshot = { steps: [...steps, ...page], present: now, isComplete };
    // Told whenever the list has doubled: what listeners make of the whole list is then not done for every page.
    const { length } = this.#snapshot.steps;
    if (isComplete || length >= 2 * this.#told) this.#tell();
  }

  async #catchUp(): Promise<void> {
    const { database } = this.#project;
    const before = this.#snapshot;
    const newest = before.steps[0]?.sequence;
    // Nothing has been read yet: the first page will have it.
    if (newest === undefined && !before.isComplete) return;
    const [newer, last] = await Promise.all([readStepsAfter(database, newest ?? BEGINNING), readLastDone(database)]);
    this.#learn(newer);
    const present = last?.sequence ?? BEGINNING;
    // Whatever has changed its state lies between the older of both presents and the end.
    const from = Math.min(present, before.present);
    const states = await readStates(database, from);
    const rest = before.steps.findIndex(({ sequence }) => sequence < from);
    const end = rest < 0 ? before.steps.length : rest;
    const changed = before.steps
      .slice(0, end)
      .map((step) => (step.sequence === last?.sequence ? last : inState(step, states)));
    this.#snapshot = { ...before, steps: [...newer, ...changed, ...before.steps.slice(end)], present };
    this.#tell();
  }

  #learn(steps: readonly JournalStep[]): void {
    for (const { sequence, label } of steps) this.#labels.set(sequence, label);
  }

  #tell(): void {
    this.#told = this.#snapshot.steps.length;
    for (const listener of this.#listeners) listener();
  }
}

function inState(step: JournalStep, states: ReadonlyMap<number, JournalState>): JournalStep {
  const state = states.get(step.sequence);
  return state === undefined || state === step.state ? step : { ...step, state };
}
