import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';

/**
 * Bytes to text. UTF-8 by Node, everything else by iconv-lite: Node's own TextDecoder depends on its version and its ICU
 * (windows-1252 and EUC-KR come out wrong in some), and the same file must give the same text, and so the same hash,
 * everywhere. A byte order mark stays in the text; normalising drops it.
 */
export function decode(bytes: Buffer, encoding: string): string {
  // Latin-1 is the fastest way to a string, and one of a byte per character.
  if (encoding === 'utf-8') return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  return iconv.decode(bytes, encoding, { stripBOM: false });
}

export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}
