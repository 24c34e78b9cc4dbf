import type { Span } from '#domain/coding/span.ts';
import type { DocText } from './doc-text.ts';

type Granularity = 'grapheme' | 'word' | 'sentence';

/** Around this many units of a very long paragraph are segmented; a megabyte in one line must not cost a second a key. */
const SLICE = 20_000;

/**
 * Steps through a text by what a reader takes for one thing: a character as seen (grapheme), a word, a sentence, a
 * paragraph. All offsets are UTF-16 units of the whole text. The border between two paragraphs is one step.
 */
export class TextUnits {
  readonly #doc: DocText;
  readonly #segmenters = new Map<Granularity, Intl.Segmenter>();
  readonly #language: string | undefined;
  #cached: { paragraph: number; granularity: Granularity; from: number; segments: Intl.Segments } | null = null;

  /** @param language BCP 47 of the text; undefined takes the default rules, which serve most scripts. */
  constructor(doc: DocText, language?: string) {
    this.#doc = doc;
    this.#language = language;
  }

  nextGrapheme(offset: number): number {
    const { text } = this.#doc;
    if (offset >= text.length) return text.length;
    if (text[offset] === '\n') return offset + 1;
    return this.#segmentAt(offset, 'grapheme').endUtf16;
  }

  previousGrapheme(offset: number): number {
    if (offset <= 0) return 0;
    if (this.#doc.text[offset - 1] === '\n') return offset - 1;
    return this.#segmentAt(offset - 1, 'grapheme').startUtf16;
  }

  /** The end of this word, or of the next one when the offset is not inside a word. */
  nextWordEnd(offset: number): number {
    const paragraph = this.#doc.paragraphAt(offset);
    const end = this.#doc.endOf(paragraph);
    for (let at = offset; at < end;) {
      const segment = this.#segmentAt(at, 'word');
      if (segment.isWordLike) return segment.endUtf16;
      at = segment.endUtf16;
    }
    return offset < end ? end : Math.min(this.#doc.text.length, end + 1);
  }

  previousWordStart(offset: number): number {
    const paragraph = this.#doc.paragraphAt(offset);
    const start = this.#doc.startOf(paragraph);
    for (let at = offset; at > start;) {
      const segment = this.#segmentAt(at - 1, 'word');
      if (segment.isWordLike) return segment.startUtf16;
      at = segment.startUtf16;
    }
    return offset > start ? start : Math.max(0, start - 1);
  }

  nextSentence(offset: number): number {
    const paragraph = this.#doc.paragraphAt(offset);
    const end = this.#doc.endOf(paragraph);
    if (offset >= end) return Math.min(this.#doc.text.length, end + 1);
    return this.#segmentAt(offset, 'sentence').endUtf16;
  }

  previousSentence(offset: number): number {
    const start = this.#doc.startOf(this.#doc.paragraphAt(offset));
    if (offset <= start) return Math.max(0, start - 1);
    return this.#segmentAt(offset - 1, 'sentence').startUtf16;
  }

  /** The word at an offset; at its end still that word; empty span where there is none. */
  wordAt(offset: number): Span {
    const paragraph = this.#doc.paragraphAt(offset);
    for (const at of [offset, offset - 1]) {
      if (at < this.#doc.startOf(paragraph) || at >= this.#doc.endOf(paragraph)) continue;
      const { startUtf16, endUtf16, isWordLike } = this.#segmentAt(at, 'word');
      if (isWordLike) return { startUtf16, endUtf16 };
    }
    return { startUtf16: offset, endUtf16: offset };
  }

  /** The sentence at an offset, without the space after it. */
  sentenceAt(offset: number): Span {
    const paragraph = this.#doc.paragraphAt(offset);
    const start = this.#doc.startOf(paragraph);
    const end = this.#doc.endOf(paragraph);
    if (start === end) return { startUtf16: start, endUtf16: start };
    const { startUtf16, endUtf16 } = this.#segmentAt(Math.min(offset, end - 1), 'sentence');
    const text = this.#doc.text.slice(startUtf16, endUtf16);
    return { startUtf16, endUtf16: startUtf16 + text.trimEnd().length };
  }

  paragraphAt(offset: number): Span {
    const paragraph = this.#doc.paragraphAt(offset);
    return { startUtf16: this.#doc.startOf(paragraph), endUtf16: this.#doc.endOf(paragraph) };
  }

  /** Moves an offset out of the middle of a grapheme, back to its start. */
  snap(offset: number): number {
    const { text } = this.#doc;
    if (offset <= 0 || offset >= text.length || text[offset] === '\n' || text[offset - 1] === '\n') return offset;
    return this.#segmentAt(offset, 'grapheme').startUtf16;
  }

  /** The next larger unit around a span: word, sentence, paragraph, the paragraphs it touches, the whole text. */
  grow(span: Span): Span {
    const { startUtf16, endUtf16 } = span;
    const last = Math.max(startUtf16, endUtf16 - 1);
    const candidates: Span[] = [
      this.wordAt(startUtf16),
      join(this.sentenceAt(startUtf16), this.sentenceAt(last)),
      join(this.paragraphAt(startUtf16), this.paragraphAt(last)),
      { startUtf16: 0, endUtf16: this.#doc.text.length },
    ];
    return candidates.find((unit) => contains(unit, span) && lengthOf(unit) > lengthOf(span)) ?? span;
  }

  #segmentAt(offset: number, granularity: Granularity): Span & { isWordLike: boolean } {
    const { from, segments } = this.#segmentsFor(offset, granularity);
    const segment = segments.containing(offset - from);
    if (!segment) return { startUtf16: offset, endUtf16: offset + 1, isWordLike: false };
    const startUtf16 = from + segment.index;
    return { startUtf16, endUtf16: startUtf16 + segment.segment.length, isWordLike: segment.isWordLike ?? false };
  }

  #segmentsFor(offset: number, granularity: Granularity): { from: number; segments: Intl.Segments } {
    const paragraph = this.#doc.paragraphAt(offset);
    const start = this.#doc.startOf(paragraph);
    const end = this.#doc.endOf(paragraph);
    const isLong = end - start > 10 * SLICE;
    const from = isLong ? Math.max(start, Math.floor((offset - start) / SLICE - 1) * SLICE + start) : start;
    const cached = this.#cached;
    if (cached && cached.paragraph === paragraph && cached.granularity === granularity && cached.from === from)
      return cached;
    const text = this.#doc.text.slice(from, isLong ? Math.min(end, from + 3 * SLICE) : end);
    this.#cached = { paragraph, granularity, from, segments: this.#segmenter(granularity).segment(text) };
    return this.#cached;
  }

  #segmenter(granularity: Granularity): Intl.Segmenter {
    let segmenter = this.#segmenters.get(granularity);
    if (!segmenter)
      this.#segmenters.set(granularity, (segmenter = new Intl.Segmenter(this.#language, { granularity })));
    return segmenter;
  }
}

function join(a: Span, b: Span): Span {
  return { startUtf16: Math.min(a.startUtf16, b.startUtf16), endUtf16: Math.max(a.endUtf16, b.endUtf16) };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.startUtf16 <= inner.startUtf16 && inner.endUtf16 <= outer.endUtf16;
}

function lengthOf({ startUtf16, endUtf16 }: Span): number {
  return endUtf16 - startUtf16;
}
