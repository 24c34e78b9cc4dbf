import type { CodeId, Coding } from '#domain/project/records.ts';

/** A stretch of text whose set of codes is the same throughout; codes distinct and sorted, so that equal sets are equal. */
export interface TintedSpan {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly codeIds: readonly CodeId[];
}

/**
 * Cuts `[start, end)` where the set of codes changes. Stretches without codes are left out; neighbours with the same set
 * are one. `codings` may reach beyond the window and are clamped to it.
 */
export function planTints(codings: readonly Coding[], start: number, end: number): TintedSpan[] {
  const cuts = new Set<number>();
  for (const { startUtf16, endUtf16 } of codings) {
    if (startUtf16 < end && endUtf16 > start) {
      cuts.add(Math.max(start, startUtf16));
      cuts.add(Math.min(end, endUtf16));
    }
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const spans: TintedSpan[] = [];
  let active: Coding[] = [];
  let next = 0;
  const byStart = [...codings].sort((a, b) => a.startUtf16 - b.startUtf16);
  for (let at = 0; at + 1 < edges.length; at++) {
    const from = edges[at] ?? 0;
    const to = edges[at + 1] ?? 0;
    active = active.filter(({ endUtf16 }) => endUtf16 > from);
    for (let coding = byStart[next]; coding && coding.startUtf16 <= from; coding = byStart[++next]) {
      if (coding.endUtf16 > from) active.push(coding);
    }
    if (active.length === 0) continue;
    const codeIds = [...new Set(active.map(({ codeId }) => codeId))].sort();
    const previous = spans[spans.length - 1];
    if (previous && previous.endUtf16 === from && previous.codeIds.join() === codeIds.join()) {
      spans[spans.length - 1] = { ...previous, endUtf16: to };
    } else {
      spans.push({ startUtf16: from, endUtf16: to, codeIds });
    }
  }
  return spans;
}
