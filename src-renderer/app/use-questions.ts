import { useState } from 'react';
import type { Grant } from '#contract/files.ts';
import type { CodeId } from '#domain/project/records.ts';
import { isBackup } from '#features/backups/index.ts';
import { splitOffered } from '#features/interchange/index.ts';
import { useOfferedPaths } from '#features/project-home/index.ts';

/** The dialog of the whole window that is open, with what it is about. */
export type Question =
  | { readonly kind: 'import'; readonly grants: readonly Grant[] }
  | { readonly kind: 'import-table'; readonly grant: Grant }
  /** Null: the file has to be asked for. */
  | { readonly kind: 'merge-codebook'; readonly grant: Grant | null }
  | { readonly kind: 'back-up'; readonly target: Grant }
  | { readonly kind: 'restore'; readonly grant: Grant }
  | { readonly kind: 'name-version' | 'versions' | 'starting-points' | 'export-codebook' }
  | { readonly kind: 'code-history'; readonly codeId: CodeId }
  | { readonly kind: 'settings' }
  | null;

export interface Questions {
  readonly question: Question;
  readonly ask: (question: Question) => void;
  /** Asks how files that were chosen or dropped are to be taken in. */
  readonly take: (grants: readonly Grant[]) => void;
}

export function useQuestions(offered: readonly Grant[]): Questions {
  const [question, ask] = useState<Question>(() => questionFor(offered));
  const take = (grants: readonly Grant[]): void => ask(questionFor(grants));
  useOfferedPaths(take);
  return { question, ask, take };
}

/**
 * A backup becomes a project of its own. Texts are imported as sources, a table of codes or codings as what it is; texts first
 * where both were dropped.
 */
function questionFor(grants: readonly Grant[]): Question {
  const backup = grants.find(isBackup);
  if (backup) return { kind: 'restore', grant: backup };
  const { sources, tables } = splitOffered(grants);
  if (sources.length > 0) return { kind: 'import', grants: sources };
  return tables[0] ? { kind: 'import-table', grant: tables[0] } : null;
}
