import type { Label } from '#domain/history/journal-entry.ts';
import { BEGINNING, type JournalStep } from '#domain/history/journal-step.ts';
import type { CoderId } from '#domain/project/records.ts';
import { lineText } from './step-text.ts';
import type { JournalSnapshot } from './journal-view.ts';

/** Where a line stands, seen from now. `noted` lines tell of going back and forth and are no points themselves. */
export type Standing = 'past' | 'present' | 'ahead' | 'overtaken' | 'noted';

export type HistoryRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | {
      readonly kind: 'step';
      readonly key: string;
      readonly step: JournalStep;
      readonly standing: Standing;
    }
  /** The project before its first step. */
  | { readonly kind: 'beginning'; readonly key: string; readonly isPresent: boolean };

export interface HistoryFilter {
  /** Words, in any order, each of which must be in the line. */
  readonly words: string;
  readonly coderId: CoderId | null;
  /** Whether lines that tell of undoing, redoing and going to a point are shown. */
  readonly hasNotes: boolean;
}

/** The lines of the panel: days, newest first, and under each its steps; at the end, once all is read, the beginning. */
export function historyRows(
  { steps, present, isComplete }: JournalSnapshot,
  filter: HistoryFilter,
  labelOf: (sequence: number) => Label | undefined,
): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const wanted = wordsOf(filter.words);
  let lastDay = '';
  for (const step of steps) {
    if (step.state === 'noted' && !filter.hasNotes) continue;
    if (filter.coderId !== null && step.coderId !== filter.coderId) continue;
    if (wanted.length > 0 && !holdsAll(foldedText(step, labelOf), wanted)) continue;
    const day = dayOf(step.at);
    if (day !== lastDay) rows.push({ kind: 'day', key: `day ${step.sequence}`, at: step.at });
    lastDay = day;
    rows.push({ kind: 'step', key: `${step.sequence}`, step, standing: standingOf(step, present) });
  }
  const isFiltered = wanted.length > 0 || filter.coderId !== null;
  if (isComplete && !isFiltered) rows.push({ kind: 'beginning', key: '0', isPresent: present === BEGINNING });
  return rows;
}

function standingOf({ sequence, state }: JournalStep, present: number): Standing {
  if (sequence === present) return 'present';
  return ({ done: 'past', undone: 'ahead', dropped: 'overtaken', noted: 'noted' } as const)[state];
}

const days = new Map<string, string>();

/** The local day, to be compared; found once a minute of work, since dates are slow and lists are long. */
function dayOf(iso: string): string {
  const minute = iso.slice(0, 16);
  let day = days.get(minute);
  if (day === undefined) days.set(minute, (day = new Date(iso).toDateString()));
  return day;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

const folded = new WeakMap<JournalStep, string>();

/** What the filter searches in. Kept for the next letter that is typed, but for notes, whose words come with the step they are about. */
export function foldedText(step: JournalStep, labelOf: (sequence: number) => Label | undefined): string {
  let text = folded.get(step);
  if (text === undefined) {
    text = fold(lineText(step, labelOf));
    if (step.about === null) folded.set(step, text);
  }
  return text;
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
