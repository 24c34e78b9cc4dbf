const SAMPLE_BYTES = 3 * 1024;
const LINE_FEED = 0x0a;

/** From the beginning of the line at `from`: no character is cut there in any encoding that has one byte for a line end. */
function pieceAt(bytes: Buffer, from: number): Buffer {
  const lineStart = bytes.lastIndexOf(LINE_FEED, from) + 1;
  const start = from - lineStart < SAMPLE_BYTES ? lineStart : from;
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/** Enough to judge a long file by: from where it first leaves ASCII, and from its middle. */
export function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= 2 * SAMPLE_BYTES) return bytes;
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  return Buffer.concat([pieceAt(bytes, first), pieceAt(bytes, first + ((bytes.length - first) >> 1))]);
}
