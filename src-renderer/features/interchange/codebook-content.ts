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
    return { kind: 'text', name, text, encoding };
  } catch (error) {
    if (problemOf(error).code !== 'binaryFile') throw error;
  }
  const { bytes } = await ask(bridge().files.readBytes({ handle }));
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ProblemError('oldWorkbook');
  if (!beginsWith(bytes, [0x50, 0x4b])) throw new ProblemError('codebookUnknown');
  const opened = await readArchive(bytes);
  if (opened.kind === 'workbook') return { kind: 'workbook', name, sheets: opened.sheets };
  if (opened.kind === 'project') return { kind: 'text', name, ...decodeXml(opened.bytes) };
  throw new ProblemError(problems[opened.kind]);
}

const problems = { unknown: 'archiveForeign', broken: 'archiveBroken', 'too-large': 'archiveTooLarge' } as const;

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** XML inside an archive says by its first bytes which Unicode it is. */
function decodeXml(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const isWide = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
