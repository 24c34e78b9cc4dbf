import * as v from 'valibot';
import type { Area } from './area.ts';
import { problemSchema } from './result.ts';

const importedDocumentSchema = v.object({
  /** Relative to the folder the user chose, `/` between parts; the file's name when a single file was chosen. */
  path: v.string(),
  /** The file's name without its ending. */
  name: v.string(),
  mediaType: v.picklist(['text/plain', 'text/markdown']),
  sizeInBytes: v.number(),
  /** Hex sha256 of the bytes on disk. */
  fileSha256: v.string(),
  /** Normalised by `domain/corpus/normalise-text.ts`. */
  text: v.string(),
  /** Hex sha256 of the normalised text in UTF-8. */
  textSha256: v.string(),
  /** WHATWG label in lower case, e.g. `utf-8`, `windows-1251`. */
  encoding: v.string(),
  /** `marked` by a byte order mark, `valid` UTF-8, or `guessed` from the bytes. */
  encodingCertainty: v.picklist(['marked', 'valid', 'guessed']),
  /** The bytes as they were, kept only where the encoding was guessed, so that another one can be chosen later. */
  originalBytes: v.nullable(v.instance(Uint8Array)),
  warnings: v.array(problemSchema),
});
export type ImportedDocument = v.InferOutput<typeof importedDocumentSchema>;

const skippedFileSchema = v.object({ path: v.string(), problem: problemSchema });
export type SkippedFile = v.InferOutput<typeof skippedFileSchema>;

export const corpusImport = {
  requests: {
    /** Walks the granted folders and files. Nothing is read yet. */
    open: {
      input: v.object({ handles: v.array(v.string()) }),
      output: v.object({ importId: v.string(), total: v.number(), folderName: v.string() }),
    },
    /**
     * Reads on, about 1 MB of text or 64 files at a time, so that the asker sets the pace, can stop, and the window stays
     * responsive. `done` with the last batch.
     */
    next: {
      input: v.object({ importId: v.string() }),
      output: v.object({
        documents: v.array(importedDocumentSchema),
        skipped: v.array(skippedFileSchema),
        /** Files dealt with so far, of `total`. */
        finished: v.number(),
        done: v.boolean(),
      }),
    },
    close: { input: v.object({ importId: v.string() }), output: v.undefined() },
    /** Reads kept bytes in another encoding. */
    decode: {
      input: v.object({ bytes: v.instance(Uint8Array), encoding: v.string() }),
      output: v.object({ text: v.string(), textSha256: v.string() }),
    },
  },
  events: {},
} as const satisfies Area;
