import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportedDocument, SkippedFile } from '#contract/corpus-import.ts';
import { type Outcome, readDocument } from './read-document.ts';
import type { FoundFile } from './walk-folder.ts';

interface Batch {
  readonly documents: ImportedDocument[];
  readonly skipped: SkippedFile[];
  readonly finished: number;
  readonly done: boolean;
}

const BATCH_FILES = 64;
const BATCH_CHARACTERS = 1_000_000;
/** Files under way at once. More gains nothing on an SSD and makes a hard disk seek. */
const READ_AHEAD = 8;

/** Reads files in order, a batch at a time; while one batch is being stored, the first files of the next are under way. */
export interface ImportSession {
  readonly next: () => Promise<Batch>;
}

export function createImportSession(files: readonly FoundFile[]): ImportSession {
  const underWay: Promise<Outcome>[] = [];
  let started = 0;
  let finished = 0;

  function readAhead(): void {
    for (; underWay.length < READ_AHEAD; started += 1) {
      const file = files[started];
      if (file === undefined) return;
      underWay.push(readDocument(file));
    }
  }

  async function next(): Promise<Batch> {
    const documents: ImportedDocument[] = [];
    const skipped: SkippedFile[] = [];
    let characters = 0;
    readAhead();
    while (documents.length + skipped.length < BATCH_FILES && characters < BATCH_CHARACTERS) {
      const outcome = await underWay.shift();
      if (outcome === undefined) break;
      finished += 1;
      if (outcome.document === null) skipped.push(outcome.skipped);
      else {
        documents.push(outcome.document);
        characters += outcome.document.text.length;
      }
      readAhead();
      // Lets the window's own messages through between two files.
      await nextTurn();
    }
    return { documents, skipped, finished, done: finished === files.length };
  }

  return { next };
}
