import type { Span } from '#domain/coding/span.ts';
import { FoundSpans } from './found-spans.ts';

export interface FindOptions {
  readonly isCaseSensitive: boolean;
  readonly isWholeWord: boolean;
  /** Whether e finds é: marks are left out on both sides. */
  readonly isIgnoringMarks: boolean;
  /** The query is a regular expression (JavaScript's, with the `u` flag). */
  readonly isPattern: boolean;
}

export type Found =
  | { readonly ok: true; readonly spans: FoundSpans; /** There are more than were wanted. */ readonly isCut: boolean }
  | { readonly ok: false; readonly reason: string };

/** Beyond this many places nobody looks at a list, and a list of them would be higher than the browser can draw. */
export const MOST_FOUND = 250_000;

/**
 * A text that can be searched again and again: what it is without its marks is worked out once, when first asked for.
 *
 * A pattern may take exponentially long: search where it can be stopped.
 */
export class FindableText {
  readonly #text: string;
  #folded: Folded | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * All places where a query stands, in order, not overlapping, the first 250,000 of them. An empty query, and matches of no
   * length, find nothing. A pattern that cannot be read answers with the engine's own reason, which names the mistake.
   */
  find(query: string, options: FindOptions, most = MOST_FOUND): Found {
    if (query === '') return { ok: true, spans: FoundSpans.none, isCut: false };
    const expression = expressionFor(query, options);
    if (typeof expression === 'string') return { ok: false, reason: expression };
    const folded = options.isIgnoringMarks ? (this.#folded ??= new Folded(this.#text)) : null;
    const offsets: number[] = [];
    for (const span of this.#spans(expression, folded)) {
      if (options.isWholeWord && !isWhole(this.#text, span)) continue;
      if (offsets.length === 2 * most) return { ok: true, spans: spansOf(offsets), isCut: true };
      offsets.push(span.startUtf16, span.endUtf16);
    }
    return { ok: true, spans: spansOf(offsets), isCut: false };
  }

  *#spans(expression: RegExp, folded: Folded | null): Generator<Span> {
    for (const { 0: match, index } of (folded?.text ?? this.#text).matchAll(expression)) {
      if (match === '') continue;
      const end = index + match.length;
      yield folded
        ? { startUtf16: folded.originOf(index), endUtf16: folded.originOf(end) }
        : { startUtf16: index, endUtf16: end };
    }
  }
}

function spansOf(offsets: readonly number[]): FoundSpans {
  return new FoundSpans(Uint32Array.from(offsets));
}

function expressionFor(query: string, options: FindOptions): RegExp | string {
  const flags = options.isCaseSensitive ? 'gu' : 'giu';
  const plain = options.isIgnoringMarks ? new Folded(query).text : query;
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
const NOT_ASCII = /[^\0-\x7F]/gu;

/** A text without its marks, and the way back to offsets of the text itself. */
class Folded {
  readonly text: string;
  /** Places after which the folded text is shifted otherwise against the text; between them nothing has to be known. */
  readonly #places: number[] = [0];
  readonly #origins: number[] = [0];

  constructor(text: string) {
    const known = new Map<string, string>();
    let shift = 0;
    this.text = text.replace(NOT_ASCII, (character, offset: number) => {
      let bare = known.get(character);
      if (bare === undefined) known.set(character, (bare = withoutMarks(character)));
      if (bare.length !== character.length) {
        shift += character.length - bare.length;
        this.#places.push(offset + character.length - shift);
        this.#origins.push(offset + character.length);
      }
      return bare;
    });
  }

  /** Where a place of the folded text stands in the text; after a character, also after the marks that follow it. */
  originOf(place: number): number {
    let low = 0;
    let high = this.#places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#places[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return (this.#origins[low] ?? 0) + place - (this.#places[low] ?? 0);
  }
}

/** Put together again after the marks are gone: a Korean syllable is made of letters, which are no marks. */
function withoutMarks(character: string): string {
  return character.normalize('NFD').replace(MARKS, '').normalize('NFC');
}
