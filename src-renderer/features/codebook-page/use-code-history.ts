import { useEffect, useState } from 'react';
import { differencesOfCode } from '#domain/codebook/code-history.ts';
import type { CodeDifference } from '#domain/codebook/compare-codebooks.ts';
import type { JournalEntry } from '#domain/history/journal-entry.ts';
import type { CodeId, CoderId } from '#domain/project/records.ts';
import { treeOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { newestSequence, readEntries } from '#storage/journal-pages.ts';
import type { OpenProject } from '#storage/open-project.ts';

/** A step that did something to a code. */
export interface CodeStep {
  readonly sequence: number;
  readonly at: string;
  readonly coderId: CoderId;
  readonly differences: readonly CodeDifference[];
}

export interface CodeHistory {
  /** Newest first. */
  readonly steps: readonly CodeStep[];
  /** False while older steps are still being looked for. */
  readonly isComplete: boolean;
}

/** Entries hold their whole changes, an import tens of thousands of records: few at a time. */
const PER_READ = 100;

/** What was done to a code, found in the journal page by page. What was undone is not among it. */
export function useCodeHistory(codeId: CodeId): CodeHistory {
  const project = useProject();
  const [history, setHistory] = useState<CodeHistory>({ steps: [], isComplete: false });
  useEffect(() => {
    const search = { isOver: false };
    const onFound = (found: readonly CodeStep[], isComplete: boolean): void => {
      if (!search.isOver) setHistory(({ steps }) => ({ steps: [...steps, ...found], isComplete }));
    };
    searchJournal(project, codeId, search, onFound).catch(() => onFound([], true));
    return () => {
      search.isOver = true;
    };
  }, [project, codeId]);
  return history;
}

async function searchJournal(
  project: OpenProject,
  codeId: CodeId,
  search: { readonly isOver: boolean },
  onFound: (steps: readonly CodeStep[], isComplete: boolean) => void,
): Promise<void> {
  const { database } = project;
  let before = (await newestSequence(database)) + 1;
  while (!search.isOver) {
    const page = await readEntries(database, before, PER_READ);
    const steps = page.flatMap((entry) => stepOn(project, codeId, entry));
    const oldest = page.at(-1)?.sequence;
    // Nothing was done to a code before it was made.
    const isMade = steps.some(({ differences }) =>
      differences.some(({ kind, code }) => (kind === 'added' || kind === 'split') && code.id === codeId),
    );
    const isComplete = oldest === undefined || isMade;
    if (steps.length > 0 || isComplete) onFound(steps, isComplete);
    if (isComplete) return;
    before = oldest;
  }
}

function stepOn(
  project: OpenProject,
  codeId: CodeId,
  { change, state, sequence, at, coderId }: JournalEntry,
): CodeStep[] {
  if (state !== 'done' || !change?.codes) return [];
  const differences = differencesOfCode(change, codeId, treeOf(project));
  return differences.length > 0 ? [{ sequence, at, coderId, differences }] : [];
}
