import Dexie, { type Collection, type Table } from 'dexie';
import { squash, type Change } from '#domain/history/change.ts';
import type { JournalEntry, JournalState, Label } from '#domain/history/journal-entry.ts';
import { familyNames, type CoderId } from '#domain/project/records.ts';
import type { ProjectDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';
import { writeRecords } from './write-records.ts';
import { writeInTurn } from './write-in-turn.ts';

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

/** The layout that steps are written in; one of another layout can be read, not undone. */
export const LAYOUT = migrations[migrations.length - 1]?.recordLayout ?? 0;

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
  await writeInTurn(database, [...tablesOf(database, change), database.journal], async () => {
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

/** A new line of the journal; the database numbers it. */
export function entry(
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

function tablesOf(database: ProjectDatabase, change: Change): Table[] {
  return familyNames.filter((name) => change[name]).map((name) => database.table(name));
}

async function dropUndone(database: ProjectDatabase): Promise<void> {
  const undone = await inState(database, 'undone').primaryKeys();
  if (undone.length > 0)
    await database.journal.bulkUpdate(undone.map((key) => ({ key, changes: { state: 'dropped' } })));
}

/** The entries of one state, oldest first: of all, or of those between two sequences, both included. */
export function inState(
  database: ProjectDatabase,
  state: JournalState,
  from: number = Dexie.minKey,
  to: number | typeof Dexie.maxKey = Dexie.maxKey,
): Collection<JournalEntry, number, Omit<JournalEntry, 'sequence'>> {
  return database.journal.where('[state+sequence]').between([state, from], [state, to], true, true);
}

export function lastIn(database: ProjectDatabase, state: JournalState): Promise<JournalEntry | undefined> {
  return inState(database, state).last();
}
