import { BEGINNING, stepOf, type JournalStep } from '#domain/history/journal-step.ts';
import type { JournalEntry, JournalState } from '#domain/history/journal-entry.ts';
import type { ProjectDatabase } from './database.ts';
import { inState } from './journal.ts';

/**
 * A page of the journal, newest first.
 * @param before the oldest sequence that is known already; everything older is asked for, at most `limit` steps of it
 */
export async function readSteps(database: ProjectDatabase, before: number, limit: number): Promise<JournalStep[]> {
  return (await readEntries(database, before, limit)).map(stepOf);
}

/** What came after a step, newest first. */
export async function readStepsAfter(database: ProjectDatabase, sequence: number): Promise<JournalStep[]> {
  const steps = await database.journal.where(':id').above(sequence).toArray();
  return steps.map(stepOf).reverse();
}

/** The step done last, as it is now: typing goes on joining it. */
export async function readLastDone(database: ProjectDatabase): Promise<JournalStep | null> {
  const last = await inState(database, 'done').last();
  return last ? stepOf(last) : null;
}

/** The number of the newest line, `BEGINNING` in an empty journal. */
export async function newestSequence(database: ProjectDatabase): Promise<number> {
  return (await database.journal.toCollection().reverse().limit(1).primaryKeys())[0] ?? BEGINNING;
}

/** The states of all lines from a sequence on, by sequence; read without the lines themselves. */
export async function readStates(database: ProjectDatabase, from: number): Promise<Map<number, JournalState>> {
  const states = ['done', 'undone', 'dropped', 'noted'] as const;
  const found = await Promise.all(states.map((state) => inState(database, state, from).primaryKeys()));
  return new Map(states.flatMap((state, at) => (found[at] ?? []).map((sequence) => [sequence, state] as const)));
}

/** A page of whole entries with their changes, newest first; `before` and `limit` as for `readSteps`. */
export async function readEntries(database: ProjectDatabase, before: number, limit: number): Promise<JournalEntry[]> {
  // Asked for by numbers, since reading backwards would go entry by entry. Numbers may have gaps, then the page is short.
  for (let end = before - 1; end > BEGINNING; end -= limit) {
    const page = await database.journal
      .where(':id')
      .between(Math.max(1, end - limit + 1), end, true, true)
      .toArray();
    if (page.length > 0) return page.reverse();
  }
  return [];
}
