import type { KeyboardEvent, ReactNode } from 'react';
import { mentionPieces } from '#domain/codebook/mentions/code-mentions.ts';
import type { Code } from '#domain/project/records.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { markOf } from './code-color.ts';
import { useCodeTree } from './tree-of-project.ts';
import './code-text.css';

export interface CodeTextProps {
  readonly text: string;
  /** Goes to a code that the text names; without it names are only shown. */
  readonly onChoose?: (code: Code) => void;
  readonly isInTabOrder?: boolean;
}

/** What somebody wrote; a code it names is shown with its sign, and leads there. */
export function CodeText({ text, onChoose, isInTabOrder = true }: CodeTextProps): ReactNode {
  const tree = useCodeTree();
  const pieces = mentionPieces(text, tree);
  if (pieces.length === 1 && !pieces[0]?.code) return text;
  return pieces.map(({ text: words, start, code }) =>
    code ? (
      <NamedCode key={start} code={code} start={start} onChoose={onChoose} isInTabOrder={isInTabOrder} />
    ) : (
      <span key={start} data-start={start}>
        {words}
      </span>
    ),
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

interface NamedCodeProps {
  readonly code: Code;
  readonly start: number;
  readonly onChoose: CodeTextProps['onChoose'];
  readonly isInTabOrder: boolean;
}

function NamedCode({ code, start, onChoose, isInTabOrder }: NamedCodeProps): ReactNode {
  const first = graphemes.segment(code.name)[Symbol.iterator]().next().value?.segment ?? '';
  const content = code.isCodable ? (
    <>
      <span className="named-code-start">
        <CodeMark {...markOf(code)} size={8} />
        {first}
      </span>
      {code.name.slice(first.length)}
    </>
  ) : (
    code.name
  );
  if (!onChoose) {
    return (
      <bdi className="named-code" data-start={start}>
        {content}
      </bdi>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(code);
  };
  return (
    <bdi data-start={start}>
      <span
        role="link"
        className="named-code"
        tabIndex={isInTabOrder ? 0 : -1}
        onClick={(event) => {
          event.stopPropagation();
          onChoose(code);
        }}
        onKeyDown={onKeyDown}
      >
        {content}
      </span>
    </bdi>
  );
}
