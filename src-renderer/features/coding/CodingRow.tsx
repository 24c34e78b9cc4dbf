import type { MouseEvent, ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';

/** What a row is called by. */
export type RowNaming = 'code' | 'source' | 'both';

export interface CodingRowProps {
  readonly coding: Coding;
  readonly top: number;
  readonly position: { readonly index: number; readonly count: number };
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  readonly naming: RowNaming;
  readonly onClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** A coding in a list: by what it is called, whose it is, its words and the comment on it. */
export function CodingRow({
  coding,
  top,
  position,
  isCurrent,
  isPicked,
  naming,
  onClick,
  onContextMenu,
}: CodingRowProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('coding');
  const code = project.codes.get(coding.codeId);
  const source = project.sources.get(coding.sourceId);
  return (
    <div
      id={rowId(position.index)}
      className="codings-row"
      role="option"
      aria-selected={isPicked}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      data-current={isCurrent || undefined}
      data-coding-id={coding.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <span className="codings-row-head">
        {code && <CodeMark {...markOf(code)} />}
        {naming !== 'source' && <span className="codings-row-name">{code?.name}</span>}
        {naming !== 'code' && (
          <span className={naming === 'both' ? 'codings-row-source' : 'codings-row-name'}>{source?.name}</span>
        )}
        <span className="codings-row-coder">{project.coders.get(coding.coderId)?.name}</span>
        {coding.weight !== undefined && (
          <span className="codings-row-weight" title={t('weight')}>
            <span className="visually-hidden">{t('weight')} </span>
            {formatNumber(coding.weight)}
          </span>
        )}
      </span>
      <span className="codings-row-quote serif" dir="auto">
        {coding.quote.slice(0, 160)}
      </span>
      {coding.memo !== '' && (
        <span className="codings-row-comment" dir="auto" title={coding.memo}>
          {coding.memo}
        </span>
      )}
    </div>
  );
}

/** Of the row at a place of the list, as `aria-activedescendant` names it. */
export function rowId(index: number): string {
  return `coding-row-${index}`;
}
