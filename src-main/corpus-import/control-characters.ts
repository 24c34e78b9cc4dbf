/** 1 for the control characters that text does not hold: all but NUL, tab, line feed, vertical tab, form feed, CR and ESC. */
const IS_CONTROL = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isUsual = (byte >= 9 && byte <= 13) || byte === 0x1b || byte === 0;
  return (byte < 0x20 && !isUsual) || byte === 0x7f ? 1 : 0;
});

export function countControls(bytes: Uint8Array): { nuls: number; others: number } {
  let nuls = 0;
  let others = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) nuls += 1;
    else others += IS_CONTROL[byte] ?? 0;
  }
  return { nuls, others };
}
