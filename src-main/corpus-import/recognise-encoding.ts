import { isUtf8 } from 'node:buffer';
import type { ImportedDocument } from '#contract/corpus-import.ts';
import { binaryFormatOf } from './binary-format.ts';
import { countControls } from './control-characters.ts';
import { guessEncoding } from './guess-encoding/guess-encoding.ts';
import { unmarkedUtf16 } from './unmarked-utf16.ts';

export type Recognised =
  | { readonly kind: 'binary'; readonly format: string }
  | { readonly kind: 'text'; readonly encoding: string; readonly certainty: ImportedDocument['encodingCertainty'] };

/** The longer ones first: the mark of UTF-32 LE begins with that of UTF-16 LE. */
const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[], unit: number])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0], 4],
  ['utf-32be', [0, 0, 0xfe, 0xff], 4],
  ['utf-8', [0xef, 0xbb, 0xbf], 1],
  ['utf-16le', [0xff, 0xfe], 2],
  ['utf-16be', [0xfe, 0xff], 2],
];

function markedEncoding(bytes: Buffer): string | null {
  const marked = BYTE_ORDER_MARKS.find(
    ([, mark, unit]) => mark.every((byte, index) => bytes[index] === byte) && bytes.length % unit === 0,
  );
  return marked?.[0] ?? null;
}

function text(encoding: string, certainty: ImportedDocument['encodingCertainty']): Recognised {
  return { kind: 'text', encoding, certainty };
}

const ENOUGH_TO_DOUBT = 16 * 1024;
const ENOUGH_TO_JUDGE = 256 * 1024;

/** More control characters than this, as a share of all bytes, is no text; some old files do end in ^Z or hold a few. */
const MOST_CONTROLS = 0.02;
const MOST_NULS = 0.3;

/** Text with zeros fallen into it has fewer than this; UTF-16 has more, or is no UTF-8. */
const FEW_NULS = 0.2;
/** In UTF-16 even the halves of letters that are not 0 are control characters in most alphabets. */
const MANY_CONTROLS = 0.25;

/** Most of what is not ASCII is good UTF-8: a file cut off or pasted together, not one in another encoding. */
function isDamagedUtf8(sample: Buffer): boolean {
  let good = 0;
  let bad = 0;
  const decoded = sample.toString('utf8', 0, ENOUGH_TO_DOUBT);
  for (let at = 0; at < decoded.length; at += 1) {
    const code = decoded.charCodeAt(at);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) good += 1;
  }
  return good >= 3 * bad;
}

/** From the surest sign to the weakest: mark, known format, UTF-16 by its zeros, valid UTF-8, too many control characters, guess. */
export function recogniseEncoding(bytes: Buffer): Recognised {
  const marked = markedEncoding(bytes);
  if (marked !== null) return text(marked, 'marked');
  const format = binaryFormatOf(bytes);
  if (format !== null) return { kind: 'binary', format };

  const sample = bytes.subarray(0, ENOUGH_TO_JUDGE);
  const { nuls, others } = countControls(sample);
  const isWellKept = others === 0 && nuls < sample.length * FEW_NULS && isUtf8(bytes);
  if (!isWellKept && (nuls > 0 || others > sample.length * MANY_CONTROLS)) {
    const utf16 = unmarkedUtf16(sample);
    if (utf16 !== null) return text(utf16, 'guessed');
  }
  if (others > Math.max(1, sample.length * MOST_CONTROLS) || nuls > sample.length * MOST_NULS) {
    return { kind: 'binary', format: '' };
  }
  if (isUtf8(bytes)) return text('utf-8', 'valid');
  if (isDamagedUtf8(sample)) return text('utf-8', 'guessed');
  return text(guessEncoding(bytes), 'guessed');
}
