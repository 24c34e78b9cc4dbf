import { trimSpan, type Span } from '#domain/coding/span.ts';
import { clauseLength, clauseStarts } from './clause-rule.ts';
import type { DocText } from './doc-text.ts';
import { guessLanguage } from './guess-language.ts';
import { rulesOf, type LanguageRules } from './languages.ts';
import { SegmentedText } from './segmented-text.ts';
import { isFalseBorder } from './sentence-rule.ts';
import { findTurns, LABEL_REACH, labelLength } from './speaker-turns.ts';

/** What a text can be selected and stepped through by, smallest first. */
export const textUnits = ['word', 'clause', 'sentence', 'paragraph', 'turn'] as const;
export type TextUnit = (typeof textUnits)[number];

/**
 * A text as what a reader takes for one thing: a character as seen (grapheme), a word, clause, sentence, paragraph, a
 * speaker's turn. All offsets are UTF-16 units of the whole text. Sentences are Unicode's (`Intl.Segmenter`), corrected by
 * `sentence-rule.ts`; clauses are cut by their marks, turns by speakers' labels.
 */
export class TextUnits {
  /** BCP 47, guessed from the text; null where letters and small words do not tell. */
  readonly language: string | null;
  readonly #doc: DocText;
  readonly #segmented: SegmentedText;
  readonly #rules: LanguageRules;
  #turns: Uint32Array | null = null;

  constructor(doc: DocText, language: string | null = guessLanguage(doc.text)) {
    this.#doc = doc;
    this.language = language;
    this.#rules = rulesOf(language ?? '');
    this.#segmented = new SegmentedText(doc, language);
  }

  nextGrapheme(offset: number): number {
    const { text } = this.#doc;
    if (offset >= text.length) return text.length;
    if (text[offset] === '\n') return offset + 1;
    return this.#segmented.at(offset, 'grapheme').endUtf16;
  }

  previousGrapheme(offset: number): number {
    if (offset <= 0) return 0;
    if (this.#doc.text[offset - 1] === '\n') return offset - 1;
    return this.#segmented.at(offset - 1, 'grapheme').startUtf16;
  }

  /** Moves an offset out of the middle of a grapheme, back to its start. */
  snap(offset: number): number {
    const { text } = this.#doc;
    if (offset <= 0 || offset >= text.length || text[offset] === '\n' || text[offset - 1] === '\n') return offset;
    return this.#segmented.at(offset, 'grapheme').startUtf16;
  }

  /** The end of this word, or of the next one when the offset is not inside a word. */
  nextWordEnd(offset: number): number {
    const { end } = this.#line(offset);
    for (let at = offset; at < end;) {
      const segment = this.#segmented.at(at, 'word');
      if (segment.isWordLike) return segment.endUtf16;
      at = segment.endUtf16;
    }
    return offset < end ? end : Math.min(this.#doc.text.length, end + 1);
  }

  previousWordStart(offset: number): number {
    const { start } = this.#line(offset);
    for (let at = offset; at > start;) {
      const segment = this.#segmented.at(at - 1, 'word');
      if (segment.isWordLike) return segment.startUtf16;
      at = segment.startUtf16;
    }
    return offset > start ? start : Math.max(0, start - 1);
  }

  /** The word at an offset; at its end still that word; empty span where there is none. */
  wordAt(offset: number): Span {
    const { start, end } = this.#line(offset);
    for (const at of [offset, offset - 1]) {
      if (at < start || at >= end) continue;
      const { startUtf16, endUtf16, isWordLike } = this.#segmented.at(at, 'word');
      if (isWordLike) return { startUtf16, endUtf16 };
    }
    return { startUtf16: offset, endUtf16: offset };
  }

  /** The clause at an offset, without the space or dash after it; empty on a blank line. */
  clauseAt(offset: number): Span {
    return this.#trimmedPiece('clause', offset);
  }

  /** The sentence at an offset, without the space around it; empty on a blank line. */
  sentenceAt(offset: number): Span {
    return this.#trimmedPiece('sentence', offset);
  }

  /** The whole line. */
  paragraphAt(offset: number): Span {
    const { start, end } = this.#line(offset);
    return { startUtf16: start, endUtf16: end };
  }

  /** What one speaker says, from the label to the next one's; null outside of turns and where the text is no transcript. */
  turnAt(offset: number): Span | null {
    const turn = this.#turnIndex(offset);
    const first = turn < 0 ? undefined : this.#allTurns()[turn];
    if (first === undefined) return null;
    let last = (this.#allTurns()[turn + 1] ?? this.#doc.paragraphCount) - 1;
    while (last > first && !this.#doc.numbers[last]) last--;
    return { startUtf16: this.#doc.startOf(first), endUtf16: this.#doc.endOf(last) };
  }

  /** Whether the text has speakers' turns at all. */
  get hasTurns(): boolean {
    return this.#allTurns().length > 0;
  }

  /** Null only for a turn, where there is none. */
  unitAt(unit: TextUnit, offset: number): Span | null {
    if (unit === 'turn') return this.turnAt(offset);
    if (unit === 'word') return this.wordAt(offset);
    return unit === 'paragraph' ? this.paragraphAt(offset) : this.#trimmedPiece(unit, offset);
  }

  /** Where the next unit begins after an offset, past blank lines; the end of the text where there is none. */
  nextUnitStart(unit: TextUnit, offset: number): number {
    if (unit === 'turn') return this.#startOfTurn(this.#turnIndex(offset) + 1) ?? this.#doc.text.length;
    for (let at = offset; at < this.#doc.text.length;) {
      at = this.#nextBorder(unit, at);
      const isHere = at < this.#doc.text.length && !this.#isBlankLine(at);
      if (isHere && (unit !== 'word' || this.#isWordStart(at))) return this.#startAt(unit, at);
    }
    return this.#doc.text.length;
  }

  /** Where the unit around an offset begins, or the one before when it is there already; 0 where there is none. */
  previousUnitStart(unit: TextUnit, offset: number): number {
    if (unit === 'turn') {
      const turn = this.#turnIndex(offset);
      const start = this.#startOfTurn(turn);
      return (start !== null && start < offset ? start : this.#startOfTurn(turn - 1)) ?? 0;
    }
    for (let at = offset; at > 0;) {
      at = unit === 'word' ? this.previousWordStart(at) : this.#previousBorder(unit, at);
      const isHere = !this.#isBlankLine(at) && (unit !== 'word' || this.#isWordStart(at));
      const start = isHere ? this.#startAt(unit, at) : offset;
      if (start < offset) return start;
    }
    return 0;
  }

  /**
   * The next larger unit around a span: words, clauses, sentences, paragraphs, turns, the whole text. Always contains the
   * span, and is larger where there is anything larger.
   */
  grow(span: Span): Span {
    const inner = trimSpan(this.#doc.text, span) ?? span;
    const last = Math.max(inner.startUtf16, inner.endUtf16 - 1);
    for (const unit of textUnits) {
      const first = this.unitAt(unit, inner.startUtf16);
      const other = this.unitAt(unit, last);
      if (!first || !other) continue;
      const grown = join(join(first, other), span);
      if (lengthOf(join(first, other)) > lengthOf(inner) && lengthOf(grown) > lengthOf(span)) return grown;
    }
    return { startUtf16: 0, endUtf16: this.#doc.text.length };
  }

  /** The next smaller unit at the beginning of a span; its beginning, empty, where there is none. */
  shrink(span: Span): Span {
    const inner = trimSpan(this.#doc.text, span) ?? span;
    for (const unit of textUnits.toReversed()) {
      const smaller = this.unitAt(unit, inner.startUtf16);
      if (smaller && isWithin(smaller, inner) && lengthOf(smaller) < lengthOf(inner)) return smaller;
    }
    return { startUtf16: inner.startUtf16, endUtf16: inner.startUtf16 };
  }

  #line(offset: number): { start: number; end: number } {
    const paragraph = this.#doc.paragraphAt(offset);
    return { start: this.#doc.startOf(paragraph), end: this.#doc.endOf(paragraph) };
  }

  #isBlankLine(offset: number): boolean {
    return !this.#doc.numbers[this.#doc.paragraphAt(offset)];
  }

  #isWordStart(offset: number): boolean {
    if (offset >= this.#line(offset).end) return false;
    const { startUtf16, isWordLike } = this.#segmented.at(offset, 'word');
    return isWordLike && startUtf16 === offset;
  }

  /** Where a unit begins that is known to be at an offset. */
  #startAt(unit: Exclude<TextUnit, 'turn'>, offset: number): number {
    return unit === 'word' ? offset : (this.unitAt(unit, offset)?.startUtf16 ?? offset);
  }

  #nextBorder(unit: Exclude<TextUnit, 'turn'>, offset: number): number {
    const { end } = this.#line(offset);
    if (offset >= end || unit === 'paragraph') return end + 1;
    const next = unit === 'word' ? this.#segmented.at(offset, 'word').endUtf16 : this.#piece(unit, offset).endUtf16;
    return next < end ? next : end + 1;
  }

  #previousBorder(unit: 'paragraph' | 'sentence' | 'clause', offset: number): number {
    const { start } = this.#line(offset);
    if (unit === 'paragraph') return offset > start ? start : this.#line(offset - 1).start;
    const before = offset > start ? offset - 1 : offset - 2;
    if (before < 0 || this.#isBlankLine(before)) return this.#line(Math.max(0, before)).start;
    return this.#piece(unit, before).startUtf16;
  }

  /** A sentence or clause with the space after it; these cover their line. */
  #piece(unit: 'sentence' | 'clause', offset: number): Span {
    const { start, end } = this.#line(offset);
    if (start === end) return { startUtf16: start, endUtf16: start };
    const sentence = this.#sentence(Math.max(start, Math.min(offset, end - 1)));
    if (unit === 'sentence') return sentence;
    const starts = clauseStarts(this.#doc.text.slice(sentence.startUtf16, sentence.endUtf16));
    const at = starts.findLastIndex((from) => sentence.startUtf16 + from <= offset);
    return {
      startUtf16: sentence.startUtf16 + (starts[at] ?? 0),
      endUtf16: starts[at + 1] === undefined ? sentence.endUtf16 : sentence.startUtf16 + (starts[at + 1] ?? 0),
    };
  }

  #trimmedPiece(unit: 'sentence' | 'clause', offset: number): Span {
    const piece = this.#piece(unit, offset);
    const span = trimSpan(this.#doc.text, piece);
    if (!span) return { startUtf16: piece.startUtf16, endUtf16: piece.startUtf16 };
    if (unit === 'sentence') return span;
    const length = clauseLength(this.#doc.text.slice(span.startUtf16, span.endUtf16));
    return { startUtf16: span.startUtf16, endUtf16: span.startUtf16 + length };
  }

  #sentence(offset: number): Span {
    const { start, end } = this.#line(offset);
    let { startUtf16, endUtf16 } = this.#segmented.at(offset, 'sentence');
    while (startUtf16 > start && this.#isFalseBorder(start, startUtf16))
      ({ startUtf16 } = this.#segmented.at(startUtf16 - 1, 'sentence'));
    while (endUtf16 < end && this.#isFalseBorder(start, endUtf16))
      ({ endUtf16 } = this.#segmented.at(endUtf16, 'sentence'));
    return { startUtf16, endUtf16 };
  }

  #isFalseBorder(lineStart: number, border: number): boolean {
    if (isFalseBorder(this.#doc.text, lineStart, border, this.#rules)) return true;
    // Within the label "Dr. K. (neighbour):" nobody has said anything yet.
    if (!this.hasTurns || border >= lineStart + LABEL_REACH) return false;
    return border < lineStart + labelLength(this.#doc.paragraphText(this.#doc.paragraphAt(lineStart)));
  }

  #allTurns(): Uint32Array {
    return (this.#turns ??= findTurns(this.#doc));
  }

  /** Index of the turn an offset belongs to; -1 before the first. */
  #turnIndex(offset: number): number {
    const paragraph = this.#doc.paragraphAt(offset);
    return this.#allTurns().findLastIndex((first) => first <= paragraph);
  }

  #startOfTurn(turn: number): number | null {
    const paragraph = this.#allTurns()[turn];
    return paragraph === undefined ? null : this.#doc.startOf(paragraph);
  }
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.startUtf16 <= inner.startUtf16 && inner.endUtf16 <= outer.endUtf16;
}

function join(a: Span, b: Span): Span {
  return { startUtf16: Math.min(a.startUtf16, b.startUtf16), endUtf16: Math.max(a.endUtf16, b.endUtf16) };
}

function lengthOf({ startUtf16, endUtf16 }: Span): number {
  return endUtf16 - startUtf16;
}
