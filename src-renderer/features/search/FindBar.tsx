import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Span } from '#domain/coding/span.ts';
import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { TextFinder, type FindResult } from '#workers/find.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly view: ReaderView;
  /** What was selected when it opened. */
  readonly initialQuery: string;
  readonly onClose: () => void;
}

const NO_SPANS: readonly Span[] = [];
const NOTHING: FindResult = { kind: 'found', spans: NO_SPANS };

/** Search in the open text: every place is marked, one is current; Enter and Shift+Enter go round. */
export function FindBar({ view, initialQuery, onClose }: FindBarProps): ReactNode {
  const { t } = useTranslation('search');
  const [query, setQuery] = useState(initialQuery);
  const [options, setOptions] = useState<FindOptions>({
    isCaseSensitive: false,
    isWholeWord: false,
    isIgnoringMarks: true,
    isPattern: false,
  });
  const [result, setResult] = useState<FindResult>(NOTHING);
  const [current, setCurrent] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const finder = useRef<TextFinder | null>(null);
  const spans = result.kind === 'found' ? result.spans : NO_SPANS;

  useEffect(() => {
    input.current?.select();
    return () => {
      finder.current?.close();
      view.markFound([], -1);
    };
  }, [view]);

  useEffect(() => {
    finder.current ??= new TextFinder(view.doc.text);
    let isStale = false;
    const take = (answer: FindResult | null): void => {
      if (!answer || isStale) return;
      setResult(answer);
      if (answer.kind !== 'found') return;
      const from = Math.min(view.caret.state.anchor, view.caret.state.focus);
      const at = firstFrom(answer.spans, from);
      setCurrent(at);
      const span = answer.spans[at];
      if (span) view.show(span);
    };
    finder.current.find(query, options).then(take, () => undefined);
    return () => {
      isStale = true;
    };
  }, [view, query, options]);

  useEffect(() => {
    view.markFound(spans, current);
  }, [view, spans, current]);

  const go = (step: 1 | -1): void => {
    if (spans.length === 0) return;
    const next = (current + step + spans.length) % spans.length;
    setCurrent(next);
    const span = spans[next];
    if (span) view.show(span);
  };
  const leave = (): void => {
    const span = spans[current];
    if (span) view.show(span);
    onClose();
    view.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const toggle = (name: keyof FindOptions): void => setOptions((before) => ({ ...before, [name]: !before[name] }));

  return (
    <search className="find-bar" onKeyDown={onKeyDown}>
      <input
        ref={input}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
        autoFocus
        aria-label={t('find')}
        placeholder={t('find')}
        spellCheck={false}
        value={query}
        aria-invalid={result.kind !== 'found'}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="find-count" role="status">
        {countText(result, current, query, t)}
      </span>
      <IconButton icon={ChevronUp} size="small" label={t('previous')} shortcut="Shift+Enter" onPress={() => go(-1)} />
      <IconButton icon={ChevronDown} size="small" label={t('next')} shortcut="Enter" onPress={() => go(1)} />
      <i className="status-bar" />
      <IconButton
        icon={CaseSensitive}
        size="small"
        label={t('caseSensitive')}
        isOn={options.isCaseSensitive}
        onPress={() => toggle('isCaseSensitive')}
      />
      <IconButton
        icon={WholeWord}
        size="small"
        label={t('wholeWord')}
        isOn={options.isWholeWord}
        onPress={() => toggle('isWholeWord')}
      />
      <button
        type="button"
        className="find-marks"
        aria-pressed={!options.isIgnoringMarks}
        title={t('marks')}
        aria-label={t('marks')}
        onClick={() => toggle('isIgnoringMarks')}
      >
        é
      </button>
      <IconButton
        icon={Regex}
        size="small"
        label={t('pattern')}
        isOn={options.isPattern}
        onPress={() => toggle('isPattern')}
      />
      <IconButton icon={X} size="small" label={t('close')} shortcut="Escape" onPress={leave} />
    </search>
  );
}

/** The first match at or after the caret, so that finding goes on from where one reads. */
function firstFrom(spans: readonly Span[], offset: number): number {
  const at = spans.findIndex(({ startUtf16 }) => startUtf16 >= offset);
  return at < 0 ? 0 : at;
}

function countText(
  result: FindResult,
  current: number,
  query: string,
  t: ReturnType<typeof useTranslation<'search'>>['t'],
): string {
  if (result.kind === 'unreadable') return t('unreadable');
  if (result.kind === 'too-slow') return t('tooSlow');
  if (query === '') return '';
  if (result.spans.length === 0) return t('none');
  return t('place', { number: formatNumber(current + 1), total: formatNumber(result.spans.length) });
}
