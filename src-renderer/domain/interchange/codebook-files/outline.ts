import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodebookRow } from '../codebook-rows.ts';
import type { CodebookFile } from './read-qdc.ts';

/** Between a name and its definition on one line. */
const SEPARATOR = ': ';
/** Signs of a name that would read as something else, and the stroke that says they are themselves. */
const ESCAPED = /\\([\\:*_#+\-.)•<=])/g;
const TAB_WIDTH = 4;
/** Between parts of a text, or below a heading: nothing that names a code. */
const RULE = /^\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/;

/**
 * Reads an outline: a line a code, indented by tabs or spaces, or a Markdown list, or Markdown headings with lists below them.
 * After ": " comes the definition. Any deeper indent is one level down, so that two, three or four spaces all do.
 */
export function readOutline(text: string): CodebookFile {
  const rows: CodebookRow[] = [];
  const above: { readonly indent: number; readonly name: string }[] = [];
  const given = text.split('\n');
  const frontMatter = linesOfFrontMatter(given);
  for (const [at, line] of given.entries()) {
    const found = at < frontMatter ? null : readLine(line);
    if (!found) continue;
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= found.indent) above.pop();
    const path = { ancestors: above.map(({ name }) => name), name: found.name };
    const fields = found.definition === '' ? {} : { definition: found.definition };
    rows.push({ row: at + 1, codeId: '', parentId: '', path, fields });
    above.push({ indent: found.indent, name: found.name });
  }
  return { rows, warnings: [], sets: [] };
}

/** The codebook as a Markdown list: names with their definitions, in one line each. Nothing else of a code has a place in it. */
export function writeOutline(tree: CodeTree): string {
  return lines(tree, '  ', '- ');
}

/** The codebook as lines indented by tabs, as any editor and word processor takes them. */
export function writePlainOutline(tree: CodeTree): string {
  return lines(tree, '\t', '');
}

function lines(tree: CodeTree, indent: string, bullet: string): string {
  return tree.rows
    .map(({ code, depth }) => {
      const name = escaped(oneLine(code.name));
      const definition = oneLine(code.definition);
      return `${indent.repeat(depth)}${bullet}${name}${definition === '' ? '' : SEPARATOR + definition}\n`;
    })
    .join('');
}

/** What notes say about themselves at their top, between two lines of dashes. */
function linesOfFrontMatter([first = '', ...rest]: readonly string[]): number {
  if (!/^\uFEFF?---\s*$/.test(first)) return 0;
  const end = rest.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  const isTold = end >= 0 && rest.slice(0, end).every((line) => /^(?:[\w-]+:(?:\s|$)|\s+\S|-\s|#|\s*$)/.test(line));
  return isTold ? end + 2 : 0;
}

interface OutlineLine {
  readonly indent: number;
  readonly name: string;
  readonly definition: string;
}

function readLine(line: string): OutlineLine | null {
  if (line.trim() === '' || RULE.test(line)) return null;
  const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  // Headings stand above everything that is not one, a lesser heading below a greater.
  if (heading) return { indent: (heading[1]?.length ?? 1) - HEADINGS_ABOVE, ...parts(heading[2] ?? '') };
  const [, white = '', rest = ''] = /^(\s*)(.*)$/.exec(line) ?? [];
  const bare = rest.replace(/^(?:[-*+\u2022]|\d{1,3}[.)])\s+/, '');
  const found = parts(bare);
  return found.name === '' ? null : { indent: widthOf(white), ...found };
}

const HEADINGS_ABOVE = 100;

function parts(text: string): Pick<OutlineLine, 'name' | 'definition'> {
  const plain = text.replace(/^(\*\*|__)(.+?)\1/, '$2');
  const at = colonIn(plain);
  const name = at < 0 ? plain : plain.slice(0, at);
  const definition = at < 0 ? '' : plain.slice(at + 1);
  return { name: name.replace(ESCAPED, '$1').trim(), definition: definition.trim() };
}

/** Where the name ends; -1 when there is nothing but a name. */
function colonIn(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ':' && /^\s/.test(text.slice(at + 1))) return at;
  }
  return -1;
}

function escaped(name: string): string {
  return name
    .replace(/\\(?=[\\:*_#+\-.)•<=]|$)/g, '\\\\')
    .replace(/:(?=\s|$)/g, '\\:')
    .replace(/^[*_#+\-•<=]/, '\\$&')
    .replace(/^(\d{1,3})([.)])(?=\s)/, '$1\\$2');
}

function widthOf(white: string): number {
  let width = 0;
  for (const sign of white) width += sign === '\t' ? TAB_WIDTH - (width % TAB_WIDTH) : 1;
  return width;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
