import type { CodeTree } from '../code-tree.ts';
import { markdownMark } from './document-mark.ts';
import { mentionPieces } from '../mentions/code-mentions.ts';
import type { CodebookContent, CodebookEntry } from './codebook-document.ts';
import type { DocumentWords } from './document-words.ts';

const DEEPEST_HEADING = 6;

/** The codebook as Markdown (CommonMark): headings for the tree, paragraphs, quotations as quotations. */
export function codebookMarkdown({ introduction, entries, tree }: CodebookContent, words: DocumentWords): string {
  const blocks = [`# ${inline(words.title)}`, inline(words.subtitle)];
  blocks.push(...introduction.split('\n').map((line) => inline(line, tree)));
  for (const entry of entries) blocks.push(...blocksOf(entry, words, tree));
  return `${[...blocks, markdownMark].filter((block) => block !== '').join('\n\n')}\n`;
}

function blocksOf(
  { code, depth, counts, countsBelow, criteria, quotations }: CodebookEntry,
  words: DocumentWords,
  tree: CodeTree,
): string[] {
  const level = Math.min(depth + 2, DEEPEST_HEADING);
  const facts = [
    ...(words.counts ? [words.counts(countsBelow ?? counts)] : []),
    ...(code.isCodable ? [] : [words.onlyGroup]),
  ];
  const aliases = code.aliases ?? [];
  return [
    `${'#'.repeat(level)} ${inline(code.name)}`,
    facts.length > 0 ? `*${inline(facts.join(' · '))}*` : '',
    paragraph(code.summary ?? '', tree),
    paragraph(code.definition, tree),
    criteria.map(({ field, text }) => `- **${inline(words.criteria[field])}:** ${inline(text, tree)}`).join('\n'),
    aliases.length > 0 ? `${inline(words.aliases)}: ${inline(aliases.join(', '))}` : '',
    ...quotations.map(
      ({ text, source, paragraph: number }) => `${quoted(text)}\n>\n> ${inline(`(${words.place(source, number)})`)}`,
    ),
  ];
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n');
}

function paragraph(text: string, tree: CodeTree): string {
  return text
    .split(/\n{2,}/)
    .map((part) => inline(part, tree))
    .join('\n\n');
}

/**
 * Text as text: what Markdown would read as a sign of its own is escaped, line ends within a paragraph become spaces. Codes it
 * names are bold.
 * @param tree of the codes that may be named
 */
function inline(text: string, tree?: CodeTree): string {
  const pieces = tree ? mentionPieces(text, tree) : [{ text, code: null }];
  return pieces
    .map(({ text: plain, code }) => (code ? bold(escaped(plain)) : escaped(plain)))
    .join('')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** Asterisks beside another sign may be read as text, so a name that begins or ends with one stays as it is. */
function bold(name: string): string {
  return /^[\p{L}\p{N}].*[\p{L}\p{M}\p{N}]$|^[\p{L}\p{N}]$/su.test(name) ? `**${name}**` : name;
}
