import type { Label } from '#domain/history/journal-entry.ts';
import { BEGINNING, type JournalStep } from '#domain/history/journal-step.ts';
import { journalColumns, journalRow } from '#domain/interchange/journal-csv.ts';
import { lineText } from '#features/history/index.ts';
import { newestSequence, readSteps } from '#storage/journal-pages.ts';
import type { OpenProject } from '#storage/open-project.ts';
import type { Exported, ExportOptions } from './export-codings.ts';
import { pause } from './pause.ts';
import { PieceMaker } from './piece-maker.ts';
import { writeFile } from './write-file.ts';

const STEPS_PER_READ = 500;

/**
 * Writes the journal as a table, oldest first: every step, also those undone or overtaken, and what was noted of going back
 * and forth.
 * @returns null when it was stopped
 */
export async function exportJournal(
  project: OpenProject,
  handle: string,
  { isRaw = false, onProgress, signal }: ExportOptions = {},
): Promise<Exported | null> {
  const steps = await readAll(project);
  const labels = new Map<number, Label>(steps.map(({ sequence, label }) => [sequence, label]));
  const guarding = isRaw ? 'raw' : 'guarded';

  async function* pieces(): AsyncGenerator<string> {
    const maker = new PieceMaker(journalColumns, guarding);
    for (const [at, step] of steps.entries()) {
      const coder = project.coders.get(step.coderId)?.name ?? '';
      const words = lineText(step, (sequence) => labels.get(sequence));
      maker.add(journalRow(step, { coder, words }, guarding));
      if (maker.isFull) yield maker.take();
      if (!maker.isSliceOver) continue;
      onProgress?.(at + 1, steps.length);
      await maker.rest();
      if (signal?.aborted) return;
    }
    yield maker.take();
    onProgress?.(steps.length, steps.length);
  }

  const file = await writeFile(handle, pieces(), signal);
  return file && { ...file, count: steps.length };
}

/** All lines, oldest first. Without their records fifty thousand are no burden, and a note may be about any of them. */
async function readAll({ database }: OpenProject): Promise<JournalStep[]> {
  const steps: JournalStep[] = [];
  let before = (await newestSequence(database)) + 1;
  for (;;) {
    const page = await readSteps(database, before, STEPS_PER_READ);
    if (page.length === 0) return steps.reverse();
    steps.push(...page);
    before = page.at(-1)?.sequence ?? BEGINNING;
    await pause();
  }
}
