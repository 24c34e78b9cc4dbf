/**
 * The first layout of a project database. Append-only from here on: a released migration is never edited, the next one
 * is `0002-…`. Indexes cost writing time (100,000 codings), so only what the first screen asks by has one.
 */
export const migration0001 = {
  version: 1,
  /** Counts up only when records of an older journal entry can no longer be put back as they are. */
  recordLayout: 1,
  stores: {
    project: 'id',
    coders: 'id',
    sources: 'id',
    codes: 'id',
    codings: 'id, sourceId',
    /** Normalised texts by their sha256: immutable, so they stand outside changes and the journal. */
    texts: 'sha256',
    /** Original bytes of files whose encoding was guessed, by their sha256. */
    originals: 'sha256',
    journal: '++sequence, [state+sequence]',
    /** Where one was reading, widths of panels: worth keeping, not worth undoing. */
    viewState: 'key',
  },
} as const;
