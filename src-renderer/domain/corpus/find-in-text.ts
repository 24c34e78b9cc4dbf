import type { Span } from '#domain/coding/span.ts';

export interface FindOptions {
  readonly isCaseSensitive: boolean;
  readonly isWholeWord: boolean;
  /** Whether e finds é: marks are left out on both sides. */
  readonly isIgnoringMarks: boolean;
  /** The query is a regular expression (JavaScript's, with the `u` flag). */
  readonly isPattern: boolean;
}

export type Found =
  | { readonly ok: true; readonly spans: readonly Span[] }
  | { readonly ok: false; readonly reason: string };

/**
 * All places where a query stands in a text, in order, not overlapping. An empty query, and matches of no length, find
 * nothing. A pattern that cannot be read answers with the engine's own reason, which names the place of the mistake.
 *
 * A pattern may take exponentially long: run it where it can be stopped.
 */
export function findInText(text: string, query: string, options: FindOptions): Found {
  if (query === '') return { ok: true, spans: [] };
  const folded = options.isIgnoringMarks ? withoutMarks(text) : null;
  const expression = expressionFor(query, options);
  if (typeof expression === 'string') return { ok: false, reason: expression };
  const spans: Span[] = [];
  for (const match of (folded?.text ?? text).matchAll(expression)) {
    if (match[0] === '') continue;
    const end = match.index + match[0].length;
    const span = { startUtf16: folded?.at(match.index) ?? match.index, endUtf16: folded?.at(end) ?? end };
    if (!options.isWholeWord || isWhole(text, span)) spans.push(span);
  }
  return { ok: true, spans };
}

function expressionFor(query: string, options: FindOptions): RegExp | string {
  const flags = options.isCaseSensitive ? 'gu' : 'giu';
  const plain = options.isIgnoringMarks ? withoutMarks(query).text : query;
  if (!options.isPattern) return new RegExp(escaped(plain), flags);
  try {
    return new RegExp(plain, `${flags}m`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const SYNTAX = /[\\^$.*+?()[\]{}|/-]/g;
const SPACES = /\s+/g;

/** White space in a query finds any white space, so that a quotation is found over a line end or a no-break space. */
function escaped(query: string): string {
  return query
    .split(SPACES)
    .map((part) => part.replace(SYNTAX, (sign) => (sign === '-' ? String.raw`\x2d` : `\\${sign}`)))
    .join(String.raw`\s+`);
}

const WORDLIKE = /[\p{L}\p{N}\p{M}]/u;

function isWhole(text: string, { startUtf16, endUtf16 }: Span): boolean {
  return !isWordlike(text, startUtf16 - 1) && !isWordlike(text, endUtf16);
}

function isWordlike(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // The second half of a pair belongs to the character before it.
  const isTrailing = unit >= 0xdc00 && unit <= 0xdfff;
  const character = text.codePointAt(isTrailing ? at - 1 : at);
  return character !== undefined && WORDLIKE.test(String.fromCodePoint(character));
}

const MARKS = /\p{M}+/gu;
const ASCII_ONLY = /^[\0-\x7F]*$/;

/** The text decomposed and without its marks, and the way back to offsets of the text itself. */
function withoutMarks(text: string): { text: string; at: (offset: number) => number } {
  if (ASCII_ONLY.test(text)) return { text, at: (offset) => offset };
  const origins: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const bare = character.normalize('NFD').replace(MARKS, '');
    for (let unit = 0; unit < bare.length; unit++) origins.push(offset);
    folded += bare;
    offset += character.length;
  }
  origins.push(text.length);
  return { text: folded, at: (place) => origins[place] ?? text.length };
}
