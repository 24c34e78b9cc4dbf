import { normaliseDocument } from './normalise-document.ts';

/**
 * A memo's body is Markdown of a small subset: paragraphs, `**bold**`, `*italic*`, `- ` and `1. ` lists without nesting,
 * a line break as `\` at the end of a line, and links to things of the project. Anything else is text. Other Markdown
 * readers show nearly all of it as meant; where one could be read differently, what we wrote reads back exactly.
 */
export const linkKinds = ['code', 'coding', 'source', 'memo'] as const;

/** What a link leads to. */
export interface LinkTarget {
  readonly kind: (typeof linkKinds)[number];
  readonly id: string;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly isBold: boolean; readonly isItalic: boolean }
  /** `label`: the thing's name when the link was made; shown only where the thing is gone. */
  | { readonly kind: 'link'; readonly target: LinkTarget; readonly label: string }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly (readonly Inline[])[] };

const BULLET = /^[-*+][ \t]+/;
const NUMBER = /^\d{1,9}[.)][ \t]+/;

/** Reads a body. Never fails: what is not of the subset is text. The result is as `normaliseDocument` leaves it. */
export function parseMarkup(body: string): Block[] {
  const blocks: { kind: Block['kind']; items: string[][] }[] = [];
  let isOpen = false;
  for (const raw of body.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, '');
    const last = blocks.at(-1);
    if (line === '') {
      isOpen = false;
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const kind = BULLET.test(line) ? 'bullets' : 'numbers';
      const item = [line.replace(kind === 'bullets' ? BULLET : NUMBER, '')];
      if (last?.kind === kind) last.items.push(item);
      else blocks.push({ kind, items: [item] });
      isOpen = true;
    } else if (isOpen && last) {
      last.items.at(-1)?.push(line);
    } else {
      blocks.push({ kind: 'paragraph', items: [[line]] });
      isOpen = true;
    }
  }
  return normaliseDocument(
    blocks.map(({ kind, items }) => {
      const parsed = items.map(parseLines);
      return kind === 'paragraph' ? { kind, content: parsed[0] ?? [] } : { kind, items: parsed };
    }),
  );
}

/** A line's end is a space, or a line break after an odd number of backslashes. */
function parseLines(lines: readonly string[]): Inline[] {
  const text = lines
    .map((line, index) => {
      const isBreak = (/\\+$/.exec(line)?.[0].length ?? 0) % 2 === 1;
      if (isBreak) return `${line.slice(0, -1)}\n`;
      return index < lines.length - 1 ? `${line} ` : line;
    })
    .join('');
  return parseInline(text);
}

type Token =
  | { readonly kind: 'toggle'; readonly what: 'isBold' | 'isItalic' }
  | { readonly kind: 'text'; readonly text: string }
  | Extract<Inline, { kind: 'link' | 'break' }>;

const STARS = { isBold: '**', isItalic: '*' } as const;
const ESCAPED = /^\\([!-/:-@[-`{-~])/;
const ENTITY = /^&#(32|9);/;
const LINK = /^\[((?:\\[!-/:-@[-`{-~]|[^\\[\]\n])*)\]\(postil:(code|coding|source|memo)\/([A-Za-z0-9-]{1,64})\)/;

function parseInline(text: string): Inline[] {
  const tokens = tokenise(text);
  closeOpen(tokens, 'isBold');
  closeOpen(tokens, 'isItalic');
  const inlines: Inline[] = [];
  const style = { isBold: false, isItalic: false };
  for (const token of tokens) {
    if (token.kind === 'toggle') style[token.what] = !style[token.what];
    else if (token.kind === 'text') inlines.push({ ...token, ...style });
    else inlines.push(token);
  }
  return inlines;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = specialAt(text, at);
    if (token) {
      tokens.push(...token.tokens);
      at += token.length;
      continue;
    }
    // One unit that may be special and is not, then all that cannot be.
    const plain = /[^\\&[*\n]*/y;
    plain.lastIndex = at + 1;
    const end = at + 1 + (plain.exec(text)?.[0].length ?? 0);
    tokens.push({ kind: 'text', text: text.slice(at, end) });
    at = end;
  }
  return tokens;
}

/** The longest link there can be without its label; a label is as long as it likes, but is cut off here for hostile bodies. */
const LONGEST_LINK = 4_000;

function specialAt(text: string, at: number): { tokens: Token[]; length: number } | null {
  const first = text[at];
  if (first === '\n') return { tokens: [{ kind: 'break' }], length: 1 };
  if (first === '*') return starsAt(text, at);
  if (first !== '\\' && first !== '&' && first !== '[') return null;
  const rest = text.slice(at, at + LONGEST_LINK);
  const found = ESCAPED.exec(rest) ?? ENTITY.exec(rest);
  if (found) {
    const literal = first === '&' ? String.fromCharCode(Number(found[1])) : (found[1] ?? '');
    return { tokens: [{ kind: 'text', text: literal }], length: found[0].length };
  }
  const [whole, label = '', kind, id = ''] = LINK.exec(rest) ?? [];
  if (whole === undefined) return null;
  const target = { kind: kind as LinkTarget['kind'], id };
  return {
    tokens: [{ kind: 'link', target, label: label.replace(/\\([!-/:-@[-`{-~])/g, '$1') }],
    length: whole.length,
  };
}

/** One star toggles italic, two bold, three both; more, or stars alone between spaces, are stars. */
function starsAt(text: string, at: number): { tokens: Token[]; length: number } {
  let length = 1;
  while (text[at + length] === '*') length++;
  const isAlone = /^\s?$/.test(text[at - 1] ?? '') && /^\s?$/.test(text[at + length] ?? '');
  if (isAlone || length > 3) return { tokens: [{ kind: 'text', text: '*'.repeat(length) }], length };
  const tokens: Token[] = [];
  if (length >= 2) tokens.push({ kind: 'toggle', what: 'isBold' });
  if (length !== 2) tokens.push({ kind: 'toggle', what: 'isItalic' });
  return { tokens, length };
}

/** Stars that nothing closes are stars. */
function closeOpen(tokens: Token[], what: 'isBold' | 'isItalic'): void {
  const toggles = tokens.flatMap((token, index) => (token.kind === 'toggle' && token.what === what ? [index] : []));
  const last = toggles.at(-1);
  if (toggles.length % 2 === 1 && last !== undefined) tokens[last] = { kind: 'text', text: STARS[what] };
}

/** Writes a body. `parseMarkup` reads the same document back, as `normaliseDocument` leaves it. */
export function writeMarkup(blocks: readonly Block[]): string {
  return normaliseDocument(blocks)
    .map((block) => {
      if (block.kind === 'paragraph') return writeLines(block.content, '', '');
      const marker = (index: number): string => (block.kind === 'bullets' ? '- ' : `${index + 1}. `);
      return block.items.map((item, index) => writeLines(item, marker(index), '  ')).join('\n');
    })
    .join('\n\n');
}

function writeLines(content: readonly Inline[], first: string, further: string): string {
  return writeInline(content)
    .split('\n')
    .map((line, index) => (index === 0 ? first : further) + guardEdges(line))
    .join('\\\n');
}

function writeInline(content: readonly Inline[]): string {
  let body = '';
  let style = { isBold: false, isItalic: false };
  const turnTo = (isBold: boolean, isItalic: boolean): void => {
    if (isBold !== style.isBold) body += STARS.isBold;
    if (isItalic !== style.isItalic) body += STARS.isItalic;
    style = { isBold, isItalic };
  };
  for (const inline of content) {
    if (inline.kind === 'text') {
      turnTo(inline.isBold, inline.isItalic);
      body += escape(inline.text);
      continue;
    }
    turnTo(false, false);
    if (inline.kind === 'break') body += '\n';
    else body += `[${escape(inline.label.replace(/\s+/g, ' '))}](postil:${inline.target.kind}/${inline.target.id})`;
  }
  turnTo(false, false);
  return body;
}

function escape(text: string): string {
  return text.replace(/[\\*_[\]`<~]|&(?=#?[A-Za-z0-9]+;)/g, '\\$&');
}

/** What would begin a block elsewhere is escaped, and spaces at the edges, which would be dropped, are written as numbers. */
function guardEdges(line: string): string {
  const number = (spaces: string): string => spaces.replace(/./g, (space) => `&#${space.charCodeAt(0)};`);
  return line
    .replace(/^[-+#>=|]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[ \t]+/, number)
    .replace(/[ \t]+$/, number);
}

/** A plain text as a body: blank lines part paragraphs, other line ends stay. */
export function markupOfText(text: string): string {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/);
  return writeMarkup(
    paragraphs.map((paragraph) => ({
      kind: 'paragraph',
      content: [{ kind: 'text', text: paragraph, isBold: false, isItalic: false }],
    })),
  );
}

/**
 * A document's words alone, a line each for paragraphs and items.
 * @param nameOf what a link is called; its label by default
 */
export function plainText(
  blocks: readonly Block[],
  nameOf: (link: { readonly target: LinkTarget; readonly label: string }) => string = ({ label }) => label,
): string {
  const wordsOf = (content: readonly Inline[]): string =>
    content
      .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'link' ? nameOf(inline) : '\n'))
      .join('');
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block.content)] : block.items.map(wordsOf)))
    .join('\n');
}
