import type { Span } from '#domain/coding/span.ts';
import type { DocText } from './doc-text.ts';

export type Granularity = 'grapheme' | 'word' | 'sentence';

export interface Segment extends Span {
  readonly isWordLike: boolean;
}

interface Segmented {
  readonly paragraph: number;
  readonly from: number;
  readonly segments: Intl.Segments;
}

/** Around this many units of a very long paragraph are segmented; a megabyte in one line must not cost a second a key. */
const SLICE = 20_000;
/** The rules that hold where the language is not known. Not the system's: two machines must cut a text alike. */
const ROOT_RULES = 'en';

/** A text as Unicode's rules cut it. The paragraph asked for last is kept for each way of cutting. */
export class SegmentedText {
  readonly #doc: DocText;
  readonly #language: string;
  readonly #segmenters = new Map<Granularity, Intl.Segmenter>();
  readonly #cached = new Map<Granularity, Segmented>();

  /** @param language BCP 47 of the text; null takes the default rules, which serve most scripts. */
  constructor(doc: DocText, language: string | null) {
    this.#doc = doc;
    this.#language = language ?? ROOT_RULES;
  }

  /** The segment that holds an offset (UTF-16 of the whole text), which must not be a line feed or the end. */
  at(offset: number, granularity: Granularity): Segment {
    const { from, segments } = this.#segmentsFor(offset, granularity);
    const segment = segments.containing(offset - from);
    if (!segment) return { startUtf16: offset, endUtf16: offset + 1, isWordLike: false };
    const startUtf16 = from + segment.index;
    return { startUtf16, endUtf16: startUtf16 + segment.segment.length, isWordLike: segment.isWordLike ?? false };
  }

  #segmentsFor(offset: number, granularity: Granularity): Segmented {
    const paragraph = this.#doc.paragraphAt(offset);
    const start = this.#doc.startOf(paragraph);
    const end = this.#doc.endOf(paragraph);
    const isLong = end - start > 10 * SLICE;
    const from = isLong ? Math.max(start, Math.floor((offset - start) / SLICE - 1) * SLICE + start) : start;
    const cached = this.#cached.get(granularity);
    if (cached?.paragraph === paragraph && cached.from === from) return cached;
    const text = this.#doc.text.slice(from, isLong ? Math.min(end, from + 3 * SLICE) : end);
    const segmented = { paragraph, from, segments: this.#segmenter(granularity).segment(text) };
    this.#cached.set(granularity, segmented);
    return segmented;
  }

  #segmenter(granularity: Granularity): Intl.Segmenter {
    let segmenter = this.#segmenters.get(granularity);
    if (!segmenter)
      this.#segmenters.set(granularity, (segmenter = new Intl.Segmenter(this.#language, { granularity })));
    return segmenter;
  }
}
