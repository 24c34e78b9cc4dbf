import { readPlainText } from './read-plain-text.ts';
import type { ReadText } from './reader.ts';

/** Markdown is kept as it was written: its marks are part of what was said, and codings must fit the file on disk. */
export function readMarkdown(bytes: Buffer): ReadText {
  return { ...readPlainText(bytes), mediaType: 'text/markdown' };
}
