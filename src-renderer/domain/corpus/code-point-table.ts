/** The way between UTF-16 offsets and code point offsets of one text. */
export interface CodePointTable {
  toCodePoint: (offsetUtf16: number) => number;
  toUtf16: (offsetCodePoint: number) => number;
}

const STRIDE = 1024;
const ASTRAL = /[\uD800-\uDBFF]/;

/**
 * Identity for a text without astral characters (found by one scan); otherwise the code point offset at every 1,024th
 * UTF-16 unit, and a short walk from there. Offsets inside a surrogate pair count as before it.
 */
export function codePointTable(text: string): CodePointTable {
  if (!ASTRAL.test(text)) {
    const clamp = (offset: number): number => Math.max(0, Math.min(offset, text.length));
    return { toCodePoint: clamp, toUtf16: clamp };
  }
  const checkpoints = new Uint32Array(Math.floor(text.length / STRIDE) + 1);
  for (let unit = 0, point = 0; unit < text.length; unit++) {
    if (unit % STRIDE === 0) checkpoints[unit / STRIDE] = point;
    // A pair counts when its second half has passed.
    if (!isLeading(text, unit)) point++;
  }
  return {
    toCodePoint(offsetUtf16) {
      const offset = Math.max(0, Math.min(offsetUtf16, text.length));
      const block = Math.min(Math.floor(offset / STRIDE), checkpoints.length - 1);
      let point = checkpoints[block] ?? 0;
      for (let unit = block * STRIDE; unit < offset; unit++) if (!isLeading(text, unit)) point++;
      return point;
    },
    toUtf16(offsetCodePoint) {
      let block = lastAtMost(checkpoints, offsetCodePoint);
      let point = checkpoints[block] ?? 0;
      let unit = block * STRIDE;
      while (point < offsetCodePoint && unit < text.length) if (!isLeading(text, unit++)) point++;
      // A block can begin in the middle of a pair, which then begins one unit before it.
      if (point === offsetCodePoint && isTrailing(text, unit)) unit--;
      return unit;
    },
  };
}

function isLeading(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= 0xd800 && code <= 0xdbff;
}

function isTrailing(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= 0xdc00 && code <= 0xdfff;
}

function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
