import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import type { FoundUnit } from './text-search.ts';

/** What is remembered of searching in a project from one time to the next. */
export interface SearchMemory {
  /** Queries, newest first. */
  readonly history: readonly string[];
  readonly options: FindOptions;
  readonly unit: FoundUnit;
  /** Whether the list of places comes up with the bar. */
  readonly isListWanted: boolean;
}

export const noMemory = {
  options: { isCaseSensitive: false, isWholeWord: false, isIgnoringMarks: true, isPattern: false },
  unit: 'words',
  isListWanted: true,
} as const;

const MOST_QUERIES = 10;

/** The history with a query on top; what was typed on the way to a longer one is no query of its own. */
export function remember(history: readonly string[], query: string): readonly string[] {
  if (query.trim() === '' || history[0] === query) return history;
  return [query, ...history.filter((other) => other !== query)].slice(0, MOST_QUERIES);
}

/** What was stored, as far as it can be read. */
export function readMemory(stored: unknown): SearchMemory {
  const { history, options, unit, isListWanted } = (typeof stored === 'object' && stored ? stored : {}) as Record<
    string,
    unknown
  >;
  const known = (typeof options === 'object' && options ? options : {}) as Record<string, unknown>;
  const option = (name: keyof FindOptions): boolean => {
    const value = known[name];
    return typeof value === 'boolean' ? value : noMemory.options[name];
  };
  return {
    history: Array.isArray(history) ? history.filter((query) => typeof query === 'string').slice(0, MOST_QUERIES) : [],
    options: {
      isCaseSensitive: option('isCaseSensitive'),
      isWholeWord: option('isWholeWord'),
      isIgnoringMarks: option('isIgnoringMarks'),
      isPattern: option('isPattern'),
    },
    unit: unit === 'sentence' || unit === 'paragraph' ? unit : noMemory.unit,
    isListWanted: typeof isListWanted === 'boolean' ? isListWanted : noMemory.isListWanted,
  };
}
