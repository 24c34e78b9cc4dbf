import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import type { OpenChoice } from './use-mention-choice.ts';
import './mention-list.css';

/** Between the words and the list, in pixels. */
const GAP = 5;
const MARGIN = 8;

export interface MentionListProps {
  /** What is in the field. */
  readonly text: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly choice: OpenChoice;
}

/** The codes that can be named, beneath the `@`. The focus stays in the field. */
export function MentionList({ text, area, choice }: MentionListProps): ReactNode {
  const { listId, start, codes, current, onPoint, onTake } = choice;
  const tree = useCodeTree();
  const { t } = useTranslation('codebookPage');
  const sign = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const put = (): void => {
      if (sign.current && list.current) placeBeside(sign.current, list.current, area.current);
    };
    put();
    window.addEventListener('scroll', put, true);
    window.addEventListener('resize', put);
    return () => {
      window.removeEventListener('scroll', put, true);
      window.removeEventListener('resize', put);
    };
  });
  const parentOf = (path: string, name: string): string => path.slice(0, -(name.length + PATH_SEPARATOR.length));
  return (
    <>
      {/* The same words in the same place, since a field does not say where its letters are. */}
      <div className="codebook-words mention-mirror" dir="auto" aria-hidden>
        {text.slice(0, start)}
        <span ref={sign}>{text.slice(start, start + 1)}</span>
        {text.slice(start + 1)}
      </div>
      {createPortal(
        <div ref={list} id={listId} role="listbox" aria-label={t('codesToName')} className="mention-list">
          {codes.map((code, index) => (
            <div
              key={code.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              tabIndex={-1}
              className="mention-row"
              onPointerMove={() => onPoint(index)}
              // The field must not lose the focus: it would close.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => {
                event.preventDefault();
                onTake(code);
              }}
            >
              {code.isCodable && <CodeMark {...markOf(code)} />}
              <bdi className="mention-name">{code.name}</bdi>
              <bdi className="mention-path">{parentOf(tree.pathOf(code.id), code.name)}</bdi>
            </div>
          ))}
        </div>,
        // Within the page's landmark; the words themselves are cut off by what scrolls.
        document.querySelector('.codebook-page') ?? document.body,
      )}
    </>
  );
}

/** Beneath the sign, above it where there is no room; within the window. */
function placeBeside(sign: HTMLElement, list: HTMLElement, area: HTMLElement | null): void {
  const at = sign.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isBelow = at.bottom + GAP + height <= innerHeight - MARGIN || at.top - GAP - height < MARGIN;
  const isRightToLeft = area?.matches(':dir(rtl)') === true;
  const left = isRightToLeft ? at.right - width : at.left;
  list.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - MARGIN - width))}px`;
  list.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - height}px`;
}
