import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { PATH_SEPARATOR } from '#domain/codebook/code-tree.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { markOf } from '../code-color.ts';
import { useCodeTree } from '../tree-of-project.ts';
import { placeInArea } from './place-in-area.ts';
import type { OpenChoice } from './use-mention-choice.ts';
import './mention-list.css';

/** Between the words and the list, in pixels. */
const GAP = 5;
const MARGIN = 8;

/** The codes that can be named, beneath the `@`. The focus stays in the field. */
export function MentionList({ choice }: { choice: OpenChoice }): ReactNode {
  const { listId, area, start, codes, current, onPoint, onTake } = choice;
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const put = (): void => {
      if (list.current) placeBeside(placeInArea(area, start), list.current, area.matches(':dir(rtl)'));
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
  return createPortal(
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
    // Within the dialog or the page's landmark; the words themselves are cut off by what scrolls.
    area.closest('[role="dialog"], .codebook-page') ?? document.body,
  );
}

/** Beneath the sign, above it where there is no room; within the window. */
function placeBeside(sign: DOMRect, list: HTMLElement, isRightToLeft: boolean): void {
  const { width, height } = list.getBoundingClientRect();
  const isBelow = sign.bottom + GAP + height <= innerHeight - MARGIN || sign.top - GAP - height < MARGIN;
  const left = isRightToLeft ? sign.right - width : sign.left;
  list.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - MARGIN - width))}px`;
  list.style.top = `${isBelow ? sign.bottom + GAP : sign.top - GAP - height}px`;
}
