import { useContext, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { mentionPieces } from '#domain/codebook/mentions/code-mentions.ts';
import { CodeText, useCodeTree } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { GoToCode } from './go-to-code.ts';

export interface WrittenTextProps {
  /** For its looks: `codebook-<kind>`. */
  readonly kind: string;
  readonly label: string;
  readonly isLabelSpoken: boolean;
  /** Whether codes may be named in it. */
  readonly hasMentions: boolean;
  readonly text: string;
  readonly isInTabOrder: boolean;
  readonly onOpen: (caretAt?: number) => void;
}

/** What is written, until somebody clicks or presses Enter to write in it. Nothing where nothing is written. */
export function WrittenText(props: WrittenTextProps): ReactNode {
  const { kind, label, isLabelSpoken, hasMentions, text, isInTabOrder, onOpen } = props;
  const { isReadOnly } = useProject();
  const tree = useCodeTree();
  const goTo = useContext(GoToCode);
  if (text === '') return null;
  const isNaming = hasMentions && mentionPieces(text, tree).some(({ code }) => code !== null);
  const content = (
    <>
      {isLabelSpoken && <span className="visually-hidden">{label}: </span>}
      <bdi className="codebook-words">
        {isNaming ? <CodeText text={text} onChoose={({ id }) => goTo(id)} isInTabOrder={isInTabOrder} /> : text}
      </bdi>
    </>
  );
  if (isReadOnly) return <div className={`codebook-field codebook-${kind}`}>{content}</div>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== 'F2' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onOpen();
  };
  return (
    <div
      className={`codebook-field codebook-${kind}`}
      // What holds links is no button: nothing within a button can be reached.
      role={isNaming ? 'group' : 'button'}
      {...(isNaming && { 'aria-label': label })}
      tabIndex={isInTabOrder ? 0 : -1}
      data-field={kind}
      data-writable
      dir="auto"
      onClick={(event) => {
        // Whoever marks words to copy them does not want to write.
        if (getSelection()?.isCollapsed !== false) onOpen(caretUnder(event));
      }}
      onKeyDown={onKeyDown}
    >
      {content}
    </div>
  );
}

/** Where in the words the pointer is, in UTF-16 units; undefined beside them. */
function caretUnder({ clientX, clientY, currentTarget }: MouseEvent): number | undefined {
  const place = document.caretPositionFromPoint(clientX, clientY);
  const words = currentTarget.querySelector('.codebook-words');
  if (!place || !words?.contains(place.offsetNode)) return undefined;
  const piece = place.offsetNode.parentElement?.closest<HTMLElement>('[data-start]');
  return place.offset + Number(piece?.dataset['start'] ?? 0);
}
