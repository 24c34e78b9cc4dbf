import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Span } from '#domain/coding/span.ts';
import { FoundSpans } from '#domain/corpus/found-spans.ts';
import type { Code } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useKeyOf } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useProject, useProjectListener } from '#features/project/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { formatList, formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { shortcutText } from '#ui/shortcut-text.ts';
import { CodeAllDialog } from './CodeAllDialog.tsx';
import { MOST_CODED } from './commands/code-all.ts';
import { hitLine } from './hit-line.ts';
import { useSearch, useSearchStateLate } from './search-context.tsx';
import { UnitSelect } from './UnitSelect.tsx';
import './found-list.css';

const ROW_HEIGHT = 58;
const MARKS = 4;

/** The places found, each within its line. Only rows in view exist, so that ten thousand cost what twenty do. */
export function FoundList(): ReactNode {
  const { t } = useTranslation('search');
  const project = useProject();
  const view = useSearchStateLate((state) => state.view);
  const result = useSearchStateLate((state) => state.result);
  const query = useSearchStateLate((state) => state.query);
  const spans = result.kind === 'found' ? result.spans : FoundSpans.none;
  const [isCodingAll, setCodingAll] = useState(false);
  return (
    <section className="panel found-panel" aria-labelledby="found-heading">
      <header className="panel-header">
        <h2 id="found-heading">{t('foundPlaces')}</h2>
        {spans.length > 0 && <span className="count">{formatNumber(spans.length)}</span>}
        <span className="space" />
        {spans.length > 0 && (
          <Button
            look="quiet"
            isDisabled={project.isReadOnly || spans.length > MOST_CODED}
            onPress={() => setCodingAll(true)}
          >
            {t('codeAll')}
          </Button>
        )}
      </header>
      <div className="found-unit">
        <UnitSelect isLabelHidden />
      </div>
      {view && isCodingAll && <CodeAllDialog view={view} spans={spans} onClose={() => setCodingAll(false)} />}
      {view && spans.length > 0 ? (
        <Rows view={view} spans={spans} />
      ) : (
        <Nothing query={result.kind === 'found' ? query : ''} />
      )}
    </section>
  );
}

function Nothing({ query }: { query: string }): ReactNode {
  const { t } = useTranslation('search');
  const key = shortcutText(useKeyOf('find'));
  if (query === '') return <p className="inspector-nothing">{t('nothingSought', { key })}</p>;
  return (
    <p className="inspector-nothing">
      {t('nothingFound', { query })} {t('nothingFoundHint')}
    </p>
  );
}

function Rows({ view, spans }: { view: ReaderView; spans: FoundSpans }): ReactNode {
  const search = useSearch();
  const current = useSearchStateLate((state) => state.current);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const rows = useVirtualizer({
    count: spans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  useEffect(() => {
    if (current >= 0) rows.scrollToIndex(current, { align: 'auto' });
  }, [rows, current, spans]);
  const desk = useDesk();
  const [version, setVersion] = useState(0);
  useProjectListener((change) => {
    if (change?.codings || change?.codes) setVersion((before) => before + 1);
  });

  // A held key may come more often than the text can be shown: one place a frame, counted from where the last key went.
  const soon = useRef<number | null>(null);
  const goSoon = (step: number): void => {
    const from = soon.current ?? search.snapshot().current;
    if (soon.current === null) {
      requestAnimationFrame(() => {
        search.goTo(soon.current ?? 0);
        soon.current = null;
      });
    }
    soon.current = Math.max(0, Math.min(spans.length - 1, from + step));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { length } = spans;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -length, End: length }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) goSoon(step);
    else if (event.key === 'Enter' || event.key === ' ') {
      search.goTo(Math.max(0, soon.current ?? search.snapshot().current));
      view.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      className="found-rows"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-labelledby="found-heading"
      aria-activedescendant={current < 0 ? undefined : `found-row-${current}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const span = spans.at(index);
          return (
            span && (
              <Row
                key={index}
                index={index}
                count={spans.length}
                span={span}
                view={view}
                version={version}
                top={start}
                isCurrent={index === current}
                onPress={() => {
                  desk.leave();
                  search.goTo(index);
                  view.focus();
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly count: number;
  readonly span: Span;
  readonly view: ReaderView;
  /** Counts up when codings change. */
  readonly version: number;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}

function Row({ index, count, span, view, version, top, isCurrent, onPress }: RowProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('search');
  const { startUtf16, endUtf16 } = span;
  const line = useMemo(() => hitLine(view.doc, { startUtf16, endUtf16 }), [view, startUtf16, endUtf16]);
  const codes = useMemo(
    () => codesAt(view, startUtf16, endUtf16, (id) => project.codes.get(id)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the index changes in place; `version` tells when
    [view, startUtf16, endUtf16, project, version],
  );
  const names = formatList(codes.map(({ name }) => name));
  return (
    <div
      id={`found-row-${index}`}
      className="found-row"
      role="option"
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
    >
      <span className="found-row-head">
        <span className="found-number">¶ {formatNumber(view.doc.numberAt(startUtf16))}</span>
        {codes.length > 0 && (
          <span className="found-marks" title={names}>
            {codes.slice(0, MARKS).map((code) => (
              <CodeMark key={code.id} {...markOf(code)} />
            ))}
            {codes.length > MARKS && <span>{t('more', { count: codes.length - MARKS })}</span>}
            <span className="visually-hidden">{t('codedWith', { names })}</span>
          </span>
        )}
      </span>
      <span className="found-line serif" dir="auto">
        {line.before}
        <b>{line.hit}</b>
        {line.after}
      </span>
    </div>
  );
}

function codesAt(
  view: ReaderView,
  startUtf16: number,
  endUtf16: number,
  codeOf: (id: Code['id']) => Code | undefined,
): Code[] {
  const ids = new Set(view.index.overlapping(startUtf16, endUtf16).map(({ codeId }) => codeId));
  return [...ids].flatMap((id) => codeOf(id) ?? []);
}
