import { ChangeSum, invert, type Change } from '#domain/history/change.ts';
import type { JournalEntry, Label } from '#domain/history/journal-entry.ts';
import { BEGINNING } from '#domain/history/journal-step.ts';
import type { CoderId } from '#domain/project/records.ts';
import type { ProjectDatabase } from './database.ts';
import { entry, inState, lastIn, LAYOUT } from './journal.ts';
import { writeRecords } from './write-records.ts';
import { writeInTurn } from './write-in-turn.ts';

export interface Traveller {
  readonly coderId: CoderId;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** A step of the journal that was undone or done again. */
export interface Step {
  readonly change: Change;
  readonly label: Label;
}

/**
 * Why a point of the journal cannot be gone to: another layout was in use when it, or a step on the way, was written; it was
 * undone and then overtaken; it is no step that changed anything.
 */
export type Hindrance = 'otherLayout' | 'overtaken' | 'noStep';

/** A point of the journal cannot be gone to. Nothing has been changed. */
export class UnreachableStepError extends Error {
  override readonly name = 'UnreachableStepError';
  readonly hindrance: Hindrance;
  constructor(hindrance: Hindrance) {
    super(hindrance);
    this.hindrance = hindrance;
  }
}

/** The labels of the next undo and redo, null where there is none. */
export async function nextSteps(database: ProjectDatabase): Promise<{ undo: Label | null; redo: Label | null }> {
  const [done, undone] = await Promise.all([lastIn(database, 'done'), inState(database, 'undone').first()]);
  const labelOf = (step: JournalEntry | undefined): Label | null => (step?.layout === LAYOUT ? step.label : null);
  return { undo: labelOf(done), redo: labelOf(undone) };
}

/** Takes back the last step; the answer is what was thereby done, null when there is nothing to undo. */
export function undoInDatabase(database: ProjectDatabase, who: Traveller): Promise<Step | null> {
  return takeStep(database, who, 'done');
}

/** Does the last undone step again. */
export function redoInDatabase(database: ProjectDatabase, who: Traveller): Promise<Step | null> {
  return takeStep(database, who, 'undone');
}

async function takeStep(
  database: ProjectDatabase,
  { coderId, at }: Traveller,
  from: 'done' | 'undone',
): Promise<Step | null> {
  return writeInTurn(database, database.tables, async () => {
    // The newest done step is undone first, the oldest undone one (the last to be undone) redone first.
    const step = from === 'done' ? await lastIn(database, 'done') : await inState(database, 'undone').first();
    if (!step?.change || step.layout !== LAYOUT) return null;
    const change = from === 'done' ? invert(step.change) : step.change;
    await writeRecords(database, change);
    await database.journal.put({ ...step, state: from === 'done' ? 'undone' : 'done' });
    const label = { key: from === 'done' ? 'undone' : 'redone', params: {} };
    await database.journal.add(entry({ label, coderId, at, state: 'noted', change: null, about: step.sequence }));
    return { change, label: step.label };
  });
}

/** What going to a point came to: nothing at all when one was there already. */
export interface Journey {
  readonly direction: 'back' | 'forward';
  /** How many steps were undone or done again. */
  readonly steps: number;
  readonly change: Change;
  /** The last step that was done before, to which one can return; null where there was none. */
  readonly from: { readonly sequence: number; readonly at: string } | null;
}

/** Told of every few steps, while nothing is on disk yet. */
export type OnProgress = ((finished: number, total: number) => void) | undefined;

/** As many as are read and written in a few milliseconds, where each is a person's single act. */
const STEPS_PER_SLICE = 200;

/**
 * Undoes or redoes as many steps as lie between now and a point, in one transaction: after a crash in the middle everything
 * is as before. The journal notes the journey in one line.
 * @param target the step that is to be the last one done; `BEGINNING` for none
 * @throws UnreachableStepError
 */
export async function travelInDatabase(
  database: ProjectDatabase,
  { coderId, at }: Traveller,
  target: number,
  onProgress?: OnProgress,
): Promise<Journey | null> {
  return writeInTurn(database, database.tables, async () => {
    const goal = target === BEGINNING ? null : await reachable(database, target);
    const direction = goal?.state === 'undone' ? 'forward' : 'back';
    const last = await lastIn(database, 'done');
    const { change, steps } = await (direction === 'back'
      ? undoAfter(database, target, onProgress)
      : redoUpTo(database, target, onProgress));
    if (steps === 0) return null;
    await writeRecords(database, change);
    const label = { key: direction === 'back' ? 'wentBack' : 'wentForward', params: { count: steps } };
    await database.journal.add(entry({ label, coderId, at, state: 'noted', change: null, about: target }));
    return { direction, steps, change, from: last ? { sequence: last.sequence, at: last.at } : null };
  });
}

async function reachable(database: ProjectDatabase, target: number): Promise<JournalEntry> {
  const goal = await database.journal.get(target);
  if (!goal || goal.state === 'noted') throw new UnreachableStepError('noStep');
  if (goal.state === 'dropped') throw new UnreachableStepError('overtaken');
  return goal;
}

type Passed = Promise<{ change: Change; steps: number }>;

async function undoAfter(database: ProjectDatabase, target: number, onProgress: OnProgress): Passed {
  const ahead = await inState(database, 'done', target + 1).primaryKeys();
  return pass(database, { ahead: ahead.reverse(), state: 'undone', changeOf: invert, onProgress });
}

async function redoUpTo(database: ProjectDatabase, target: number, onProgress: OnProgress): Passed {
  const ahead = await inState(database, 'undone', BEGINNING, target).primaryKeys();
  return pass(database, { ahead, state: 'done', changeOf: (change) => change, onProgress });
}

interface Way {
  /** The steps to be passed, nearest first. */
  readonly ahead: readonly number[];
  /** What a step is once it has been passed. */
  readonly state: 'done' | 'undone';
  readonly changeOf: (change: Change) => Change;
  readonly onProgress: OnProgress;
}

/** Passes all steps of a way; the answer is what they come to together. */
async function pass(database: ProjectDatabase, { ahead, state, changeOf, onProgress }: Way): Passed {
  const sum = new ChangeSum();
  for (let at = 0; at < ahead.length; at += STEPS_PER_SLICE) {
    const slice = await database.journal.bulkGet(ahead.slice(at, at + STEPS_PER_SLICE));
    const passed = slice.map((step) => {
      if (!step?.change || step.layout !== LAYOUT) throw new UnreachableStepError('otherLayout');
      sum.add(changeOf(step.change));
      return { ...step, state };
    });
    await database.journal.bulkPut(passed);
    onProgress?.(Math.min(at + STEPS_PER_SLICE, ahead.length), ahead.length);
  }
  return { change: sum.change(), steps: ahead.length };
}
