import { extname } from 'node:path';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import type { Reader } from './reader.ts';

/** Files without an ending are tried as text: whole corpora come without, and the bytes tell. */
const READERS: Readonly<Record<string, Reader>> = {
  '': readPlainText,
  '.txt': readPlainText,
  '.text': readPlainText,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
};

function endingOf(name: string): string {
  return extname(name).toLowerCase();
}

export function isReadableEnding(name: string): boolean {
  return endingOf(name) in READERS;
}

export function readerFor(name: string): Reader {
  return READERS[endingOf(name)] ?? readPlainText;
}
