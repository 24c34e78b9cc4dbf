import type { Block, Inline } from './memo-markup.ts';

type Text = Extract<Inline, { kind: 'text' }>;

/**
 * One document for all that mean the same: no empty paragraphs, items or lists; no line breaks at the edges of a block;
 * neighbouring lists of one kind are one; neighbouring texts of one style are one; white space is bold or italic only between
 * words that both are (stars beside a space would be stars).
 */
export function normaliseDocument(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const content = normaliseContent(block.content);
      if (content.length > 0) result.push({ kind: 'paragraph', content });
      continue;
    }
    const items = block.items.map(normaliseContent).filter((item) => item.length > 0);
    if (items.length === 0) continue;
    const last = result.at(-1);
    if (last?.kind === block.kind) result[result.length - 1] = { ...last, items: [...last.items, ...items] };
    else result.push({ ...block, items });
  }
  return result;
}

function normaliseContent(content: readonly Inline[]): Inline[] {
  const pieces = content.flatMap(splitPiece);
  const styled = pieces.map((piece, index) =>
    piece.kind === 'text' && isSpace(piece) ? { ...piece, ...sharedStyle(pieces, index) } : piece,
  );
  const merged: Inline[] = [];
  for (const piece of styled) {
    const last = merged.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && isSameStyle(last, piece)) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    } else merged.push(piece);
  }
  const isEdge = (inline: Inline): boolean =>
    inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '');
  // A block of nothing but space is empty; otherwise only its breaks are taken off.
  if (merged.every(isEdge)) return [];
  while (merged[0]?.kind === 'break') merged.shift();
  while (merged.at(-1)?.kind === 'break') merged.pop();
  return merged;
}

/** Words and spaces apart, line ends as breaks. */
function splitPiece(inline: Inline): Inline[] {
  if (inline.kind === 'link') return [{ ...inline, label: inline.label.replace(/\s+/g, ' ') }];
  if (inline.kind === 'break') return [inline];
  const parts = inline.text.replace(/\r\n?/g, '\n').match(/\n|[^\S\n]+|\S+/g) ?? [];
  return parts.map((text) => (text === '\n' ? { kind: 'break' } : { ...inline, text }));
}

/** White space takes the style that the words on both sides of it share. */
function sharedStyle(pieces: readonly Inline[], index: number): { isBold: boolean; isItalic: boolean } {
  const before = wordFrom(pieces, index, -1);
  const after = wordFrom(pieces, index, 1);
  return {
    isBold: (before?.isBold ?? false) && (after?.isBold ?? false),
    isItalic: (before?.isItalic ?? false) && (after?.isItalic ?? false),
  };
}

function wordFrom(pieces: readonly Inline[], index: number, step: 1 | -1): Text | null {
  let at = index + step;
  for (let piece = pieces[at]; piece?.kind === 'text'; piece = pieces[(at += step)]) if (!isSpace(piece)) return piece;
  return null;
}

function isSpace({ text }: Text): boolean {
  return /^\s/.test(text);
}

function isSameStyle(a: Text, b: Text): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic;
}
