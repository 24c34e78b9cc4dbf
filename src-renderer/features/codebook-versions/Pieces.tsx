import type { ReactNode } from 'react';
import type { WordPiece } from '#domain/codebook/word-differences.ts';
import './differences.css';

export interface PiecesProps {
  readonly pieces: readonly WordPiece[];
  /** What the words are that the other text has not: gone, new, or only different. */
  readonly of: 'gone' | 'new' | 'different';
}

/** A text in which the words stand out that another one has not: by a line through or under them, not by colour alone. */
export function Pieces({ pieces, of }: PiecesProps): ReactNode {
  const Tag = of === 'gone' ? 'del' : of === 'new' ? 'ins' : 'b';
  return pieces.map(({ text, isShared }, index) =>
    isShared ? (
      text
    ) : (
      <Tag key={index} className="differing">
        {text}
      </Tag>
    ),
  );
}
