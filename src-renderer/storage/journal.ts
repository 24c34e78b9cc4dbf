import Dexie, { type Table } from 'dexie';
import { invert, squash, type Change } from '#domain/history/change.ts';
import type { JournalEntry, JournalState, Label } from '#domain/history/journal-entry.ts';
import { familyNames, type CoderId } from '#domain/project/records.ts';
import type { ProjectDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * How a change meets the undo stack: `undoable` is a step of its own; `joins-previous` melts into the last step when that
 * has the same label (typing, dragging).
 */
export type Policy = 'undoable' | 'joins-previous';

export interface CommitOptions {
  readonly label: Label;
  readonly policy: Policy;
  readonly coderId: CoderId;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whether there are undone steps, which this change overtakes. */
  readonly hasUndone: boolean;
}

const LAYOUT = migrations[migrations.length - 1]?.recordLayout ?? 0;

/**
 * The one door through which records are written: records and journal entry in one strict transaction, so that either
 * both are on disk or neither is.
 * @throws Dexie errors, e.g. QuotaExceededError when the disk is full; nothing was written then.
 */
export async function commitToDatabase(
  database: ProjectDatabase,
  change: Change,
  options: CommitOptions,
): Promise<void> {
  await database.transaction('rw', [...tablesOf(database, change), database.journal], async () => {
    // Asked for together: each answer waited for on its own would cost a turn to the browser and back.
    await Promise.all([
      writeRecords(database, change),
      options.hasUndone ? dropUndone(database) : null,
      writeEntry(database, change, options),
    ]);
  });
}

async function writeEntry(database: ProjectDatabase, change: Change, options: CommitOptions): Promise<void> {
  const previous = options.policy === 'joins-previous' ? await lastIn(database, 'done') : undefined;
  if (previous?.change && canJoin(previous, options)) {
    await database.journal.put({ ...previous, at: options.at, change: squash([previous.change, change]) });
  } else {
    await database.journal.add(entry({ ...options, state: 'done', change, about: null }));
  }
}

/** Takes back the last step; the answer is what was thereby done, null when there is nothing to undo. */
export function undoInDatabase(
  database: ProjectDatabase,
  who: Pick<CommitOptions, 'coderId' | 'at'>,
): Promise<Step | null> {
  return travel(database, who, 'done');
}

/** Does the last undone step again. */
export function redoInDatabase(
  database: ProjectDatabase,
  who: Pick<CommitOptions, 'coderId' | 'at'>,
): Promise<Step | null> {
  return travel(database, who, 'undone');
}

export interface Step {
  readonly change: Change;
  readonly label: Label;
}

/** The labels of the next undo and redo, null where there is none. */
export async function nextSteps(database: ProjectDatabase): Promise<{ undo: Label | null; redo: Label | null }> {
  const [done, undone] = await Promise.all([lastIn(database, 'done'), firstIn(database, 'undone')]);
  return { undo: done?.label ?? null, redo: undone?.label ?? null };
}

async function travel(
  database: ProjectDatabase,
  { coderId, at }: Pick<CommitOptions, 'coderId' | 'at'>,
  from: 'done' | 'undone',
): Promise<Step | null> {
  return database.transaction('rw', database.tables, async () => {
    // The newest done step is undone first, the oldest undone one (the last to be undone) redone first.
    const step = from === 'done' ? await lastIn(database, 'done') : await firstIn(database, 'undone');
    if (!step?.change || step.layout !== LAYOUT) return null;
    const change = from === 'done' ? invert(step.change) : step.change;
    await writeRecords(database, change);
    await database.journal.put({ ...step, state: from === 'done' ? 'undone' : 'done' });
    const label = { key: from === 'done' ? 'undone' : 'redone', params: {} };
    await database.journal.add(entry({ label, coderId, at, state: 'noted', change: null, about: step.sequence }));
    return { change, label: step.label };
  });
}

function entry(
  parts: Pick<JournalEntry, 'label' | 'coderId' | 'at' | 'state' | 'change' | 'about'>,
): Omit<JournalEntry, 'sequence'> {
  const { label, coderId, at, state, change, about } = parts;
  return { label, coderId, at, state, change, about, layout: LAYOUT };
}

function canJoin(previous: JournalEntry, { label, coderId }: CommitOptions): boolean {
  return (
    previous.layout === LAYOUT &&
    previous.coderId === coderId &&
    previous.label.key === label.key &&
    JSON.stringify(previous.label.params) === JSON.stringify(label.params)
  );
}

async function writeRecords(database: ProjectDatabase, change: Change): Promise<void> {
  const writes: PromiseLike<unknown>[] = [];
  for (const name of familyNames) {
    const family = change[name];
    if (!family) continue;
    const table = database.table(name);
    if (family.removed?.length) writes.push(table.bulkDelete(family.removed.map(({ id }) => id)));
    const written = [...(family.added ?? []), ...(family.updated ?? []).map(([, to]) => to)];
    if (written.length > 0) writes.push(table.bulkPut(written));
  }
  await Promise.all(writes);
}

function tablesOf(database: ProjectDatabase, change: Change): Table[] {
  return familyNames.filter((name) => change[name]).map((name) => database.table(name));
}

async function dropUndone(database: ProjectDatabase): Promise<void> {
  const undone = await inState(database, 'undone').primaryKeys();
  if (undone.length > 0)
    await database.journal.bulkUpdate(undone.map((key) => ({ key, changes: { state: 'dropped' } })));
}

function inState(database: ProjectDatabase, state: JournalState) {
  return database.journal.where('[state+sequence]').between([state, Dexie.minKey], [state, Dexie.maxKey]);
}

function lastIn(database: ProjectDatabase, state: JournalState): Promise<JournalEntry | undefined> {
  return inState(database, state).last();
}

function firstIn(database: ProjectDatabase, state: JournalState): Promise<JournalEntry | undefined> {
  return inState(database, state).first();
}
