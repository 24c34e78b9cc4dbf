import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { ImportedDocument, SkippedFile } from '#contract/corpus-import.ts';
import { ProblemError } from '#contract/result.ts';
import { normaliseText } from '#domain/corpus/normalise-text.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';
import { readerFor } from './readers/reader-for.ts';
import { sha256 } from './sha256.ts';
import type { FoundFile } from './walk-folder.ts';

/** Beyond this a file is a database dump or a mistake, and one text that large would be of no use to a reader. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

export type Outcome =
  | { readonly document: ImportedDocument; readonly skipped: null }
  | { readonly document: null; readonly skipped: SkippedFile };

/** All bytes of a file that is not too large, decided before anything is read. */
export async function readBytes(location: string, limit = SIZE_LIMIT): Promise<Buffer> {
  const handle = await open(location, 'r');
  try {
    const { size } = await handle.stat();
    if (size > limit) throw new ProblemError('tooLarge', { size, limit });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Recognise, read, normalise. */
async function documentOf(path: string, bytes: Buffer): Promise<ImportedDocument> {
  if (bytes.length === 0) throw new ProblemError('emptyFile');
  const file = basename(path);
  const { text: decoded, ...read } = readerFor(file)(bytes);
  const text = normaliseText(decoded);
  if (text.trim() === '') throw new ProblemError('onlyWhiteSpace');
  const fileSha256 = await sha256(bytes);
  // Most files are UTF-8 already and come through unchanged, so that one hash does for both.
  const isSameBytes = read.encoding === 'utf-8' && text === decoded && read.warnings.length === 0;
  return {
    ...read,
    path,
    name: basename(file, extname(file)),
    sizeInBytes: bytes.length,
    fileSha256,
    text,
    textSha256: isSameBytes ? fileSha256 : await sha256(Buffer.from(text)),
  };
}

/** Codes that mean the file is not there any more, or cannot be opened; anything else is said as it is. */
const WORDS_FOR_READING: Readonly<Record<string, string>> = {
  notFound: 'vanished',
  noPermission: 'unreadable',
  diskError: 'unreadable',
  fileBusy: 'unreadable',
  unexpected: 'unreadable',
};

function skipped(path: string, error: unknown): Outcome {
  const name = basename(path);
  const { code, params } = problemOfError(error, name);
  const said = WORDS_FOR_READING[code];
  return {
    document: null,
    skipped: { path, problem: said === undefined ? { code, params } : { code: said, params: { name } } },
  };
}

/** Never rejects: a bad file costs itself, not the import. */
export async function readDocument(found: FoundFile): Promise<Outcome> {
  if (found.problem !== null) return { document: null, skipped: { path: found.path, problem: found.problem } };
  try {
    return { document: await documentOf(found.path, await readBytes(found.location)), skipped: null };
  } catch (error) {
    return skipped(found.path, error);
  }
}
