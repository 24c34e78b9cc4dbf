import { ask, bridge, problemOf, ProblemError } from '#bridge/bridge.ts';
import type { Grant } from '#contract/files.ts';
import type { Sheet } from '#workers/open-archive.ts';
import { readArchive } from '#workers/read-archive.ts';

/** What is in a file, before it is decided how to read it. */
export type CodebookContent =
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly encoding: string }
  | { readonly kind: 'workbook'; readonly name: string; readonly sheets: readonly Sheet[] };

/**
 * Reads a file that may hold a codebook: text in any encoding, a workbook, or a packed REFI-QDA project. What it is, its bytes
 * say.
 * @throws ProblemError when it is none of these, broken, empty or too large
 */
export async function readContent({ handle, name }: Grant): Promise<CodebookContent> {
  try {
    const { text, encoding } = await ask(bridge().files.readTextFile({ handle }));
    if (text.trim() === '') throw new ProblemError(text === '' ? 'emptyFile' : 'onlyWhiteSpace');
    return { kind: 'text', name, text: text.replace(SEPARATOR_LINE, ''), encoding };
  } catch (error) {
    if (problemOf(error).code !== 'binaryFile') throw error;
  }
  const { bytes } = await ask(bridge().files.readBytes({ handle }));
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ProblemError(holdsWide(bytes, 'EncryptedPackage') ? 'lockedWorkbook' : 'oldWorkbook');
  }
  if (pictures.some((signs) => beginsWith(bytes, signs))) throw new ProblemError('picture');
  if (!beginsWith(bytes, [0x50, 0x4b])) throw new ProblemError('codebookUnknown');
  const opened = await readArchive(bytes);
  if (opened.kind === 'workbook') return { kind: 'workbook', name, sheets: opened.sheets };
  if (opened.kind === 'project') return { kind: 'text', name, ...decodeXml(opened.bytes) };
  throw new ProblemError(problems[opened.kind]);
}

/** Before the header, as Excel wants to be told what stands between cells; it shows no such row. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=[,;\t]"?(?:\r\n?|\n)/i;

const problems = {
  unknown: 'archiveForeign',
  office: 'officeDocument',
  broken: 'archiveBroken',
  'too-large': 'archiveTooLarge',
} as const;

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** PNG, JPEG, GIF, TIFF. */
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Whether a word stands anywhere in the bytes, in UTF-16LE: so old Office files call their parts, of which one is what a password locks. */
function holdsWide(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(word);
}

/** XML inside an archive says by its first bytes which Unicode it is. */
function decodeXml(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const isWide = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
