import type { ReactNode } from 'react';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A name in which what was typed stands out. `marks` are indexes into the text, whatever part of a letter they hit. */
export function MarkedText({ text, marks }: { text: string; marks: readonly number[] }): ReactNode {
  if (marks.length === 0) return text;
  const isMarked = new Set(marks);
  return Array.from(graphemes.segment(text), ({ segment, index }) =>
    hits(isMarked, index, segment.length) ? <b key={index}>{segment}</b> : segment,
  );
}

function hits(isMarked: ReadonlySet<number>, start: number, length: number): boolean {
  for (let index = start; index < start + length; index++) if (isMarked.has(index)) return true;
  return false;
}
