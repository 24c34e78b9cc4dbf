/** `[start, end)` in UTF-16 units of a source's text. */
export interface Span {
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** Of two that are none, too. */
export function isSameSpan(a: Span | null | undefined, b: Span | null | undefined): boolean {
  return a?.startUtf16 === b?.startUtf16 && a?.endUtf16 === b?.endUtf16;
}

const LEADING_SPACE = /^\s+/;
const TRAILING_SPACE = /\s+$/;

/**
 * The span without white space at its edges: what one means by a selection that was drawn with a loose hand. Null when
 * nothing remains to be coded.
 */
export function trimSpan(text: string, { startUtf16, endUtf16 }: Span): Span | null {
  const selected = text.slice(startUtf16, endUtf16);
  const start = startUtf16 + (LEADING_SPACE.exec(selected)?.[0].length ?? 0);
  const end = endUtf16 - (TRAILING_SPACE.exec(selected)?.[0].length ?? 0);
  return start < end ? { startUtf16: start, endUtf16: end } : null;
}
