import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodebookRow } from '../codebook-rows.ts';
import { descriptionOf, readDescription } from './description-text.ts';
import { cutText } from './cut-text.ts';
import type { CodebookFile } from './read-qdc.ts';

/** How a program writes a code's place and words as two columns. */
export interface PathLayout {
  /** Null where the table has no header. */
  readonly header: readonly [string, string] | null;
  readonly separator: string;
  /** What the program takes for a step down, wherever it stands; in a name each of their signs is written ›. */
  readonly reserved: readonly string[];
  /** In UTF-16 units; longer names are cut by the program. */
  readonly longestName: number;
}

/** Headerless, as QualCoder reads it: a header would become a code. */
export const qualcoderLayout: PathLayout = { header: null, separator: '>>', reserved: ['>>'], longestName: Infinity };
export const maxqdaLayout: PathLayout = {
  header: ['Code', 'Memo'],
  separator: ' > ',
  reserved: ['>', '\\'],
  longestName: 63,
};

/** What a layout cannot hold, each with how many codes it concerns. */
export interface PathLosses {
  readonly shortened: number;
  /** Names that held the separator themselves. */
  readonly respelled: number;
}

/** A codebook as rows of path and memo, parents before their children, with the header where the layout has one. */
export function writePathRows(tree: CodeTree, layout: PathLayout): { rows: [string, string][]; losses: PathLosses } {
  const names = new Map<string, string>();
  const rows: [string, string][] = layout.header ? [[...layout.header]] : [];
  let [shortened, respelled] = [0, 0];
  const taken = new Set<string>();
  for (const { code } of tree.rows) {
    const spelled = layout.reserved.reduce((name, sign) => name.replaceAll(sign, '›'.repeat(sign.length)), code.name);
    if (spelled !== code.name) respelled++;
    const parent = tree.parentOf(code.id);
    const above = parent === null ? '' : (names.get(parent) ?? '') + layout.separator;
    const name = freeName(spelled, layout.longestName, (candidate) => taken.has((above + candidate).toLowerCase()));
    if (spelled.length > layout.longestName) shortened++;
    const path = above + name;
    taken.add(path.toLowerCase());
    names.set(code.id, path);
    rows.push([path, descriptionOf(code)]);
  }
  return { rows, losses: { shortened, respelled } };
}

/**
 * Reads rows of path and memo, without the header.
 *
 * @param separators of which the first that any path has is taken
 * @param firstRow as a spreadsheet counts the first of them
 */
export function readPathRows(
  rows: readonly (readonly string[])[],
  separators: readonly string[],
  firstRow = 1,
): CodebookFile {
  const separator = separators.find((sign) => rows.some(([path = '']) => path.includes(sign))) ?? separators[0] ?? '>>';
  const found = rows.flatMap((cells, at): CodebookRow[] => {
    const names = (cells[0] ?? '')
      .split(separator)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const name = names.pop();
    if (name === undefined) return [];
    const fields = readDescription((cells[1] ?? '').replace(/\r\n?/g, '\n'));
    return [{ row: at + firstRow, codeId: '', parentId: '', path: { ancestors: names, name }, fields }];
  });
  return { rows: found, warnings: [], sets: [] };
}

/** QualCoder's text file: a code a line, its memo after a tab. */
export function readQualcoderText(text: string): CodebookFile {
  const rows = text.split(/\r\n|\r|\n/).map((line) => {
    const at = line.indexOf('\t');
    return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)];
  });
  return readPathRows(rows, [qualcoderLayout.separator]);
}

/** The same, as a text: a code is a line, so that line ends and tabs in its words become spaces. */
export function writeQualcoderText(tree: CodeTree): string {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return writePathRows(tree, qualcoderLayout)
    .rows.map(([path, memo]) => `${oneLine(path)}\t${oneLine(memo)}\n`)
    .join('');
}

/** Cut to what the program takes, with a number where two would become one. */
function freeName(name: string, longest: number, isTaken: (name: string) => boolean): string {
  let free = cut(name, longest);
  for (let number = 2; isTaken(free); number++) free = `${cut(name, longest - ` (${number})`.length)} (${number})`;
  return free;
}

function cut(name: string, longest: number): string {
  return name.length <= longest ? name : cutText(name, longest).trimEnd();
}
