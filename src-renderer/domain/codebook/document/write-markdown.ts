import type { CodebookEntry } from './codebook-document.ts';
import type { DocumentWords } from './document-words.ts';

const DEEPEST_HEADING = 6;

/** The codebook as Markdown (CommonMark): headings for the tree, paragraphs, quotations as quotations. */
export function codebookMarkdown(entries: readonly CodebookEntry[], words: DocumentWords): string {
  const blocks = [`# ${inline(words.title)}`, inline(words.subtitle)];
  for (const entry of entries) blocks.push(...blocksOf(entry, words));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function blocksOf(
  { code, depth, counts, countsBelow, criteria, quotations }: CodebookEntry,
  words: DocumentWords,
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
    paragraph(code.summary ?? ''),
    paragraph(code.definition),
    criteria.map(({ field, text }) => `- **${inline(words.criteria[field])}:** ${inline(text)}`).join('\n'),
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

function paragraph(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => inline(part))
    .join('\n\n');
}

/** Text as text: what Markdown would read as a sign of its own is escaped, line ends within a paragraph become spaces. */
function inline(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  return line
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1');
}
