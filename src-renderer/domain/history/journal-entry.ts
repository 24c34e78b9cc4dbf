import type { CoderId } from '#domain/project/records.ts';
import type { Change } from './change.ts';

/** What was done, as a translation key (`history.<key>`) with parameters, so that the journal reads in any language. */
export interface Label {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * `done` and `undone` entries are the undo and the redo stack; `dropped` ones were undone and then overtaken by something
 * else; `noted` ones are never undone (an undo or a redo itself, a migration).
 */
export type JournalState = 'done' | 'undone' | 'dropped' | 'noted';

/** One line of the journal: who did what, when. Append-only but for `state`, and for joined typing. */
export interface JournalEntry {
  readonly sequence: number;
  readonly at: string;
  readonly coderId: CoderId;
  readonly label: Label;
  readonly state: JournalState;
  /** Null for a `noted` entry, which refers to another by `about`. */
  readonly change: Change | null;
  readonly about: number | null;
  /** Layout the change was written in; one from another layout is not undone, since it could not be trusted. */
  readonly layout: number;
}
