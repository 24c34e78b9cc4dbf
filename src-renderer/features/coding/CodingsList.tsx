import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { compareText } from '#domain/codebook/code-tree.ts';
import { compareCodings } from '#domain/coding/coding-index.ts';
import type { CodeId, Coding } from '#domain/project/records.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { useProject, useProjectListener } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import type { OpenProject } from '#storage/open-project.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Select } from '#ui/Select.tsx';
import { useSessionState } from './session-context.tsx';
import './codings-list.css';

/** All codings of the open source, or of one code across the corpus. */
export type CodingsScope = { readonly kind: 'source' } | { readonly kind: 'code'; readonly codeId: CodeId };

export interface CodingsListProps {
  readonly scope: CodingsScope;
  readonly onScope: (scope: CodingsScope) => void;
  /** Opens the coding's source if need be and goes to it. */
  readonly onJump: (coding: Coding) => void;
}

const ROW_HEIGHT = 58;
const THIS_SOURCE = 'source';

/** A list that jumps. Only rows in view exist, so ten thousand codings cost what twenty do. */
export function CodingsList({ scope, onScope, onJump }: CodingsListProps): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('coding');
  const sourceId = useSessionState((state) => state.sourceId);
  const [version, setVersion] = useState(0);
  useProjectListener((change) => {
    if (!change || change.codings || change.codes) setVersion((before) => before + 1);
  });
  const codings = useMemo(
    () => list(project, scope, sourceId ? project.codingsOf(sourceId) : []),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the project's maps change in place; `version` tells when
    [project, scope, sourceId, version],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, codings.length - 1));
  const rows = useVirtualizer({
    count: codings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -codings.length, End: codings.length }[
      event.key
    ];
    const coding = codings[current];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(codings.length - 1, current + step));
      setAt(next);
      rows.scrollToIndex(next, { align: 'auto' });
    } else if ((event.key === 'Enter' || event.key === ' ') && coding) onJump(coding);
    else return;
    event.preventDefault();
  };

  return (
    <section className="panel codings-panel" aria-labelledby="codings-heading">
      <header className="panel-header">
        <h2 id="codings-heading">{t('codings')}</h2>
        <span className="count">{formatNumber(codings.length)}</span>
      </header>
      <div className="codings-scope">
        <Select
          label={t('codingsOf')}
          isLabelHidden
          options={[
            { id: THIS_SOURCE, label: t('thisSource') },
            ...tree.rows.map(({ code }) => ({ id: code.id as string, label: tree.pathOf(code.id) })),
          ]}
          value={scope.kind === 'code' ? scope.codeId : THIS_SOURCE}
          onChange={(id) => onScope(id === THIS_SOURCE ? { kind: 'source' } : { kind: 'code', codeId: id as CodeId })}
        />
      </div>
      {codings.length === 0 ? (
        <p className="inspector-nothing">{t('noCodings')}</p>
      ) : (
        <div
          className="codings-rows"
          ref={scroller}
          role="listbox"
          tabIndex={0}
          aria-labelledby="codings-heading"
          aria-activedescendant={`coding-row-${current}`}
          onKeyDown={onKeyDown}
        >
          <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
            {rows.getVirtualItems().map(({ index, start }) => {
              const coding = codings[index];
              return (
                coding && (
                  <Row
                    key={coding.id}
                    id={`coding-row-${index}`}
                    coding={coding}
                    top={start}
                    position={{ index, count: codings.length }}
                    isCurrent={index === current}
                    isNamingSource={scope.kind === 'code'}
                    onPress={() => {
                      setAt(index);
                      onJump(coding);
                    }}
                  />
                )
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  readonly id: string;
  readonly coding: Coding;
  readonly top: number;
  readonly position: { readonly index: number; readonly count: number };
  readonly isCurrent: boolean;
  readonly isNamingSource: boolean;
  readonly onPress: () => void;
}

function Row({ id, coding, top, position, isCurrent, isNamingSource, onPress }: RowProps): ReactNode {
  const project = useProject();
  const code = project.codes.get(coding.codeId);
  const source = project.sources.get(coding.sourceId);
  return (
    <div
      id={id}
      className="codings-row"
      role="option"
      aria-selected={isCurrent}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
    >
      <span className="codings-row-head">
        {code && <CodeMark {...markOf(code)} />}
        <span className="codings-row-name">{isNamingSource ? source?.name : code?.name}</span>
        <span className="codings-row-coder">{project.coders.get(coding.coderId)?.name}</span>
      </span>
      <span className="codings-row-quote serif" dir="auto">
        {coding.quote.slice(0, 160)}
      </span>
    </div>
  );
}

function list(project: OpenProject, scope: CodingsScope, ofSource: readonly Coding[]): Coding[] {
  if (scope.kind === 'source') return [...ofSource].sort(compareCodings);
  const nameOf = (coding: Coding): string => project.sources.get(coding.sourceId)?.name ?? '';
  return [...project.codings.values()]
    .filter(({ codeId }) => codeId === scope.codeId)
    .sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a.sourceId, b.sourceId) || compareCodings(a, b));
}
