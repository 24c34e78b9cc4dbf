import { codePointTable, type CodePointTable } from './code-point-table.ts';

/**
 * A source's text with what offsets need: paragraphs (lines) and the way between UTF-16 units and code points. Immutable.
 * Offsets are UTF-16 units unless a name says `CodePoint`; paragraph indexes count all lines from 0, paragraph *numbers*
 * count from 1 and skip blank lines.
 */
export class DocText {
  readonly text: string;
  /** Start of each paragraph; the line feed belongs to no paragraph. */
  readonly starts: Uint32Array;
  /** Number of each paragraph, 0 for a blank line. */
  readonly numbers: Uint32Array;
  #codePoints: CodePointTable | null = null;

  constructor(text: string) {
    this.text = text;
    this.starts = lineStarts(text);
    this.numbers = paragraphNumbers(text, this.starts);
  }

  get paragraphCount(): number {
    return this.starts.length;
  }

  /** How many paragraphs have a number. */
  get numberedCount(): number {
    for (let index = this.numbers.length - 1; index >= 0; index--) {
      const number = this.numbers[index];
      if (number) return number;
    }
    return 0;
  }

  startOf(paragraph: number): number {
    return this.starts[paragraph] ?? this.text.length;
  }

  /** End of the paragraph's text, before its line feed. */
  endOf(paragraph: number): number {
    const next = this.starts[paragraph + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  paragraphText(paragraph: number): string {
    return this.text.slice(this.startOf(paragraph), this.endOf(paragraph));
  }

  /** Index of the paragraph that holds the offset; a line feed counts to the paragraph it ends. */
  paragraphAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Paragraph number at an offset; on a blank line that of the last numbered paragraph before it (1 where there is none),
   * so that every place in a text can be cited.
   */
  numberAt(offset: number): number {
    for (let paragraph = this.paragraphAt(offset); paragraph >= 0; paragraph--) {
      const number = this.numbers[paragraph];
      if (number) return number;
    }
    return 1;
  }

  toCodePoint(offsetUtf16: number): number {
    return this.#table().toCodePoint(offsetUtf16);
  }

  /** Code points past the end give the end. */
  toUtf16(offsetCodePoint: number): number {
    return this.#table().toUtf16(offsetCodePoint);
  }

  get lengthInCodePoints(): number {
    return this.toCodePoint(this.text.length);
  }

  #table(): CodePointTable {
    return (this.#codePoints ??= codePointTable(this.text));
  }
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

// White space in JavaScript's sense includes no-break spaces and U+FEFF, which is what "blank" means to a reader.
const NOT_BLANK = /\S/;

function paragraphNumbers(text: string, starts: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(starts.length);
  let number = 0;
  for (let index = 0; index < starts.length; index++) {
    const line = text.slice(starts[index], starts[index + 1] ?? text.length);
    if (NOT_BLANK.test(line)) numbers[index] = ++number;
  }
  return numbers;
}
