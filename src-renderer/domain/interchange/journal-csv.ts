import type { JournalStep } from '#domain/history/journal-step.ts';
import type { Cell, Guarding } from './csv-format.ts';

export const journalColumns = [
  'at',
  'coder',
  'step',
  'records_added',
  'records_updated',
  'records_removed',
  'state',
  'sequence',
  'kind',
  'about',
  'coder_id',
  'format',
] as const;

export interface StepInWords {
  /** The name of who did it; empty where the project does not know it. */
  readonly coder: string;
  readonly words: string;
}

/**
 * A line of the journal as a row. `state` is `done`, `undone`, `overtaken` (undone, and then something else was done) or
 * `note` (tells of an undo, a redo or a journey); `about` is the sequence of the step that a note is about, empty otherwise.
 */
export function journalRow(step: JournalStep, { coder, words }: StepInWords, guarding: Guarding): Cell[] {
  const { at, size, state, sequence, label, about, coderId } = step;
  return [
    at,
    coder,
    words,
    size.added,
    size.updated,
    size.removed,
    STATES[state],
    sequence,
    label.key,
    about ?? '',
    coderId,
    guarding === 'guarded' ? 'postil-journal/1+guarded' : 'postil-journal/1',
  ];
}

const STATES = { done: 'done', undone: 'undone', dropped: 'overtaken', noted: 'note' } as const;
