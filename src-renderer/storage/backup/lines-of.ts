import { BackupError } from './backup-error.ts';

const LINE_FEED = 0x0a;
/** A step of the journal that imported everything at once is one line. Anything longer is no backup of ours. */
const LONGEST_LINE_BYTES = 400_000_000;

/**
 * The lines of UTF-8 that comes in pieces, without their ends. A last line without one is half a line.
 * @throws BackupError `backupBroken` for half a line, one that is too long, or what is no UTF-8
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      yield decode(decoder, [...begun, piece.subarray(from, end)]);
      begun = [];
      length = 0;
      from = end + 1;
    }
    begun.push(piece.subarray(from));
    length += piece.length - from;
    if (length > LONGEST_LINE_BYTES) throw new BackupError('backupBroken');
  }
  if (length > 0) throw new BackupError('backupBroken');
}

function decode(decoder: TextDecoder, parts: readonly Uint8Array<ArrayBuffer>[]): string {
  try {
    const text = parts.map((part) => decoder.decode(part, { stream: true })).join('');
    return text + decoder.decode();
  } catch {
    throw new BackupError('backupBroken');
  }
}
