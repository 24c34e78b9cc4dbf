import type { DocText } from '../corpus/doc-text.ts';
import type { CodeId, Coding } from '../project/records.ts';

/** The heading above the text, and the room between paragraphs, in lines. */
const HEAD = 4;
const GAP = 0.47;

/**
 * A text measured in lines, as it would be set with so many characters to a line: where on its portrait an offset stands,
 * and which offset a place on the portrait means. Offsets are UTF-16 units.
 */
export class PortraitScale {
  readonly doc: DocText;
  readonly charactersPerLine: number;
  /** In lines. */
  readonly total: number;
  /** Where each paragraph begins. */
  readonly #tops: Float64Array;

  constructor(doc: DocText, charactersPerLine: number) {
    this.doc = doc;
    this.charactersPerLine = charactersPerLine;
    this.#tops = new Float64Array(doc.paragraphCount + 1);
    let top = HEAD;
    for (let paragraph = 0; paragraph < doc.paragraphCount; paragraph++) {
      this.#tops[paragraph] = top;
      top += this.linesOf(paragraph) + (doc.numbers[paragraph] ? GAP : 0);
    }
    this.#tops[doc.paragraphCount] = top;
    this.total = top;
  }

  linesOf(paragraph: number): number {
    if (!this.doc.numbers[paragraph]) return GAP / 2;
    const length = this.doc.endOf(paragraph) - this.doc.startOf(paragraph);
    return Math.max(1, Math.ceil(length / this.charactersPerLine));
  }

  topOf(paragraph: number): number {
    return this.#tops[paragraph] ?? this.total;
  }

  /** The line an offset stands in, with how far along it as the fraction. */
  lineOf(offset: number): number {
    const paragraph = this.doc.paragraphAt(offset);
    const along = (offset - this.doc.startOf(paragraph)) / this.charactersPerLine;
    return this.topOf(paragraph) + Math.min(along, this.linesOf(paragraph));
  }

  /** The paragraph at a line. */
  paragraphAtLine(line: number): number {
    let low = 0;
    let high = this.doc.paragraphCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.topOf(middle) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A stroke of the portrait; `from` and `to` as shares of its width. */
export interface PortraitMark {
  /** In lines. */
  readonly top: number;
  readonly from: number;
  readonly to: number;
  /** Null for text that carries no code. */
  readonly codeId: CodeId | null;
}

export interface PortraitPlan {
  /** In the order in which they are to be drawn. */
  readonly marks: readonly PortraitMark[];
  /** How many codings lie on one another, on average, in each band of `linesPerBand` lines. */
  readonly depths: Float32Array;
  readonly linesPerBand: number;
}

/**
 * What is drawn of a text in the height of `bands` strokes. A text with no more lines is drawn line by line: where it is
 * coded in the ink of the code on top, the shortest coding. A longer one is gathered: each band shows as much ink as it is
 * coded, of the code that most of it carries.
 */
export function planPortrait(scale: PortraitScale, codings: readonly Coding[], bands: number): PortraitPlan {
  const linesPerBand = Math.max(1, scale.total / Math.max(1, bands));
  const perBand = gather(scale, codings, linesPerBand);
  const depths = Float32Array.from(perBand, (codes) => sumOf(codes.values()) / linesPerBand);
  if (linesPerBand === 1) return { marks: [...textLines(scale), ...codedLines(scale, codings)], depths, linesPerBand };
  const marks: PortraitMark[] = [];
  for (const [band, codes] of perBand.entries()) {
    const top = band * linesPerBand;
    if (top + linesPerBand <= HEAD) continue;
    marks.push({ top, from: 0, to: 1, codeId: null });
    const [codeId, most] = [...codes].reduce<[CodeId | null, number]>(
      (best, next) => (next[1] > best[1] ? next : best),
      [null, 0],
    );
    if (codeId !== null && most > 0)
      marks.push({ top, from: 0, to: Math.max(0.15, Math.min(1, depths[band] ?? 0)), codeId });
  }
  return { marks, depths, linesPerBand };
}

/** Lines that each code covers in each band. */
function gather(scale: PortraitScale, codings: readonly Coding[], linesPerBand: number): Map<CodeId, number>[] {
  const perBand = Array.from({ length: Math.ceil(scale.total / linesPerBand) }, () => new Map<CodeId, number>());
  for (const { startUtf16, endUtf16, codeId } of codings) {
    const start = scale.lineOf(startUtf16);
    const end = Math.max(start, scale.lineOf(endUtf16));
    for (let band = Math.floor(start / linesPerBand); band * linesPerBand <= end; band++) {
      const codes = perBand[band];
      if (!codes) break;
      const covered = Math.min(end, (band + 1) * linesPerBand) - Math.max(start, band * linesPerBand);
      codes.set(codeId, (codes.get(codeId) ?? 0) + covered);
    }
  }
  return perBand;
}

function* textLines(scale: PortraitScale): Iterable<PortraitMark> {
  const { doc, charactersPerLine } = scale;
  for (let paragraph = 0; paragraph < doc.paragraphCount; paragraph++) {
    if (!doc.numbers[paragraph]) continue;
    const length = doc.endOf(paragraph) - doc.startOf(paragraph);
    const top = scale.topOf(paragraph);
    for (let line = 0; line < scale.linesOf(paragraph); line++) {
      const to = Math.min(1, (length - line * charactersPerLine) / charactersPerLine);
      yield { top: top + line, from: 0, to, codeId: null };
    }
  }
}

/** Longest codings first, so that the shorter lie on top. */
function* codedLines(scale: PortraitScale, codings: readonly Coding[]): Iterable<PortraitMark> {
  const { doc, charactersPerLine } = scale;
  const lengthOf = (coding: Coding): number => coding.endUtf16 - coding.startUtf16;
  for (const coding of [...codings].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const last = doc.paragraphAt(coding.endUtf16 - 1);
    for (let paragraph = doc.paragraphAt(coding.startUtf16); paragraph <= last; paragraph++) {
      if (!doc.numbers[paragraph]) continue;
      const origin = doc.startOf(paragraph);
      const start = (Math.max(coding.startUtf16, origin) - origin) / charactersPerLine;
      const end = (Math.min(coding.endUtf16, doc.endOf(paragraph)) - origin) / charactersPerLine;
      for (let line = Math.floor(start); line < end; line++) {
        const from = Math.max(0, start - line);
        yield { top: scale.topOf(paragraph) + line, from, to: Math.min(1, end - line), codeId: coding.codeId };
      }
    }
  }
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
