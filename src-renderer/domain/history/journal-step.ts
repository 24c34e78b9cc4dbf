import type { Change } from './change.ts';
import { familyNames, type CoderId } from '#domain/project/records.ts';
import type { JournalEntry, JournalState, Label } from './journal-entry.ts';

/** How many records a step added, updated and removed. */
export interface StepSize {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** A line of the journal without its records: what a list of tens of thousands can hold. */
export interface JournalStep {
  readonly sequence: number;
  readonly at: string;
  readonly coderId: CoderId;
  readonly label: Label;
  readonly state: JournalState;
  readonly about: number | null;
  readonly layout: number;
  readonly size: StepSize;
}

/** The point before the first step. */
export const BEGINNING = 0;

export function stepOf({ sequence, at, coderId, label, state, about, layout, change }: JournalEntry): JournalStep {
  return { sequence, at, coderId, label, state, about, layout, size: sizesOf(change ?? {}) };
}

/** How many records a step touched. */
export function sizeOfStep({ size }: JournalStep): number {
  return size.added + size.updated + size.removed;
}

function sizesOf(change: Change): StepSize {
  const size = { added: 0, updated: 0, removed: 0 };
  for (const name of familyNames) {
    const family = change[name];
    size.added += family?.added?.length ?? 0;
    size.updated += family?.updated?.length ?? 0;
    size.removed += family?.removed?.length ?? 0;
  }
  return size;
}
