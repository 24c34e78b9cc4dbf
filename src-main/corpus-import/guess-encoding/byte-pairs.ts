/** How often each byte follows each other one. Judged in place of the bytes themselves: a text of thousands has a few hundred. */
export interface BytePairs {
  /** Each pair as `before * 256 + after`. */
  readonly pairs: Uint16Array;
  readonly counts: Uint32Array;
}

/** The pairs of which at least one byte is not ASCII, with a space before the first byte and after the last. */
export function bytePairsOf(bytes: Uint8Array): BytePairs {
  const counts = new Map<number, number>();
  let before = 0x20;
  for (let at = 0; at <= bytes.length; at += 1) {
    const after = bytes[at] ?? 0x20;
    if (before >= 0x80 || after >= 0x80) {
      const pair = before * 256 + after;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    before = after;
  }
  return { pairs: Uint16Array.from(counts.keys()), counts: Uint32Array.from(counts.values()) };
}
