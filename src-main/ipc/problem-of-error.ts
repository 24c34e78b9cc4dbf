import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { type Problem, ProblemError, problem } from '#contract/result.ts';

/** The file system's ways of saying no that a person can do something about. */
const CODES_OF_FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'notFound',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'readOnlyDisk',
  EISDIR: 'isFolder',
  ENOTDIR: 'notFolder',
  EBUSY: 'fileBusy',
  ETXTBSY: 'fileBusy',
  EMFILE: 'tooManyOpenFiles',
  ENFILE: 'tooManyOpenFiles',
  ENAMETOOLONG: 'nameTooLong',
  EIO: 'diskError',
};

interface FileError extends Error {
  readonly code: string;
  readonly path?: string;
}

function isFileError(error: unknown): error is FileError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The problem behind anything thrown. `name` is the file in question where the error itself does not say. */
export function problemOfError(error: unknown, name = ''): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isFileError(error)) {
    const code = CODES_OF_FILE_ERRORS[error.code];
    if (code !== undefined) return problem(code, { name: name === '' ? basename(error.path ?? '') : name });
  }
  return problem('unexpected', { id: randomBytes(3).toString('hex') });
}
