import { basename } from 'node:path';
import { ProblemError } from '#contract/result.ts';
import { readBytes } from '#main/corpus-import/read-document.ts';
import { readPlainText } from '#main/corpus-import/readers/read-plain-text.ts';
import { problemOfError } from '#main/ipc/problem-of-error.ts';

/** A text file as it stands, in whatever encoding; only a byte order mark is dropped. */
export async function readTextFile(path: string): Promise<{ text: string; encoding: string }> {
  try {
    const { text, encoding } = readPlainText(await readBytes(path));
    return { text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding };
  } catch (error) {
    const { code, params } = problemOfError(error, basename(path));
    throw new ProblemError(code, params);
  }
}
