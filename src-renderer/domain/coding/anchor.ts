import type { DocText } from '#domain/corpus/doc-text.ts';

/** How a passage is found again when offsets alone no longer tell: its words and what stands around them. */
export interface QuoteAndContext {
  readonly quote: string;
  /** Up to 32 UTF-16 units before and after. */
  readonly contextBefore: string;
  readonly contextAfter: string;
}

export interface Anchor extends QuoteAndContext {
  /** Where the quote stood; null when no one knows. */
  readonly startUtf16: number | null;
  readonly endUtf16: number | null;
}

export interface Location {
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** `exact`: where it stood. `moved`: elsewhere. `whitespace`: with other white space between its words. */
  readonly how: 'exact' | 'moved' | 'whitespace';
}

const CONTEXT_UTF16 = 32;

/** What to remember of a span, so that it can be found again. A surrogate pair is never cut. */
export function quoteAndContext(text: string, startUtf16: number, endUtf16: number): QuoteAndContext {
  let from = Math.max(0, startUtf16 - CONTEXT_UTF16);
  if (from > 0 && isTrailing(text.charCodeAt(from)) && isLeading(text.charCodeAt(from - 1))) from++;
  let to = Math.min(text.length, endUtf16 + CONTEXT_UTF16);
  if (to < text.length && isTrailing(text.charCodeAt(to)) && isLeading(text.charCodeAt(to - 1))) to--;
  return {
    quote: text.slice(startUtf16, endUtf16),
    contextBefore: text.slice(from, startUtf16),
    contextAfter: text.slice(endUtf16, to),
  };
}

/**
 * Where a quote stands in a text: at its offsets; else wherever its context fits best, then nearest to its offsets; else
 * the same with any white space for white space (no-break spaces, other line ends). Null when it is nowhere, or when two
 * places are equally good: a coding on the wrong passage is worse than one to be looked at.
 */
export function locateQuote(docText: DocText, anchor: Anchor): Location | null {
  const { text } = docText;
  const { quote, startUtf16, endUtf16 } = anchor;
  if (quote === '') return null;
  if (startUtf16 !== null && startUtf16 + quote.length === endUtf16 && text.startsWith(quote, startUtf16)) {
    return { startUtf16, endUtf16, how: 'exact' };
  }
  const verbatim = bestPlace(text, anchor, occurrencesNearestFirst(text, quote, startUtf16 ?? 0));
  if (verbatim === 'ambiguous') return null;
  if (verbatim) return { ...verbatim, how: 'moved' };
  const tolerant = bestPlace(text, anchor, occurrencesInOtherWhiteSpace(text, quote, startUtf16 ?? 0));
  return tolerant === null || tolerant === 'ambiguous' ? null : { ...tolerant, how: 'whitespace' };
}

interface Place {
  readonly startUtf16: number;
  readonly endUtf16: number;
}

// The context decides and nearness only between places of about the same context; the proportion is that of the
// Hypothesis client's `match-quote` (20 for each side of the context, 2 for the position).
const NEARNESS_WEIGHT = 0.1;

function bestPlace(text: string, anchor: Anchor, places: Iterable<Place>): Place | 'ambiguous' | null {
  const { startUtf16: hint, contextBefore, contextAfter } = anchor;
  let best: Place | null = null;
  let bestScore = -1;
  let isTied = false;
  for (const place of places) {
    const distance = hint === null ? 0 : Math.abs(place.startUtf16 - hint);
    const nearness = NEARNESS_WEIGHT * (1 - distance / (text.length + 1));
    // Places come nearest first: what is too far to win, and all after it, need not be looked at.
    if (bestScore > 2 + nearness) break;
    const before = shareBefore(text, place.startUtf16, contextBefore);
    const score = before + shareAfter(text, place.endUtf16, contextAfter) + nearness;
    if (score === bestScore) isTied = true;
    if (score > bestScore) [best, bestScore, isTied] = [place, score, false];
  }
  return isTied ? 'ambiguous' : best;
}

/** All places of `quote`, overlapping ones too, by their distance from `hint`. */
function* occurrencesNearestFirst(text: string, quote: string, hint: number): Generator<Place> {
  let after = text.indexOf(quote, hint);
  let before = hint > 0 ? text.lastIndexOf(quote, hint - 1) : -1;
  while (after >= 0 || before >= 0) {
    const isAfterNext = after >= 0 && (before < 0 || after - hint <= hint - before);
    const startUtf16 = isAfterNext ? after : before;
    yield { startUtf16, endUtf16: startUtf16 + quote.length };
    if (isAfterNext) after = text.indexOf(quote, after + 1);
    else before = before > 0 ? text.lastIndexOf(quote, before - 1) : -1;
  }
}

/** All places of the quote's words, whatever white space is between them, by their distance from `hint`. */
function occurrencesInOtherWhiteSpace(text: string, quote: string, hint: number): Place[] {
  const words = quote.trim().split(/\s+/);
  if (words[0] === '') return [];
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'g');
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    startUtf16: index,
    endUtf16: index + match.length,
  })).sort((a, b) => Math.abs(a.startUtf16 - hint) - Math.abs(b.startUtf16 - hint));
}

/** How much of the context stands before `at`, counted from there: 0 to 1; 1 when there is none to compare. */
function shareBefore(text: string, at: number, context: string): number {
  let count = 0;
  while (count < context.length && isAlike(text, at - 1 - count, context, context.length - 1 - count)) count++;
  return context === '' ? 1 : count / context.length;
}

function shareAfter(text: string, at: number, context: string): number {
  let count = 0;
  while (count < context.length && isAlike(text, at + count, context, count)) count++;
  return context === '' ? 1 : count / context.length;
}

const WHITE_SPACE = /\s/;

/** The same unit, or white space in both. */
function isAlike(a: string, indexA: number, b: string, indexB: number): boolean {
  if (indexA < 0 || indexA >= a.length) return false;
  if (a.charCodeAt(indexA) === b.charCodeAt(indexB)) return true;
  return WHITE_SPACE.test(a.charAt(indexA)) && WHITE_SPACE.test(b.charAt(indexB));
}

function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isTrailing(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
