import { CaseSensitive, ChevronDown, ChevronUp, List, Regex, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import { CommandButton } from '#features/commands/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { reasonKey } from './pattern-mistakes.ts';
import { useSearch, useSearchState } from './search-context.tsx';
import type { SearchState } from './text-search.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly isListed: boolean;
  readonly onList: (isListed: boolean) => void;
}

/** Search in the open text: every place is marked, one is current; Enter and Shift+Enter go round. */
export function FindBar({ isListed, onList }: FindBarProps): ReactNode {
  const { t } = useTranslation('search');
  const search = useSearch();
  const state = useSearchState((all) => all);
  const { query, options, result } = state;
  const input = useRef<HTMLInputElement>(null);
  const onHistoryKey = useHistoryKeys();
  useEffect(() => input.current?.select(), []);

  const leave = (): void => {
    search.close();
    state.view?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    leave();
    event.preventDefault();
    event.stopPropagation();
  };
  const onFieldKeyDown = (event: KeyboardEvent): void => {
    // With Ctrl it gives a code to the place that is selected: a command of the whole window.
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void search.step(event.shiftKey ? -1 : 1);
    else if (!onHistoryKey(event.key)) return;
    event.preventDefault();
  };
  const option = (name: keyof FindOptions): { isOn: boolean; onPress: () => void } => ({
    isOn: options[name],
    onPress: () => search.toggle(name),
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves from wherever one is in it
    <search className="find-bar" aria-label={t('find')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={input}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because someone asked to type here
          autoFocus
          data-testid="find-field"
          aria-label={t('find')}
          placeholder={t('find')}
          spellCheck={false}
          dir="auto"
          value={query}
          aria-invalid={result.kind !== 'found'}
          aria-describedby="find-mistake"
          onChange={(event) => search.ask(event.target.value)}
          onKeyDown={onFieldKeyDown}
        />
        <span className="find-count" role="status" data-testid="find-count">
          {countText(state, t)}
        </span>
        <CommandButton command="findPrevious" icon={ChevronUp} size="small" />
        <CommandButton command="findNext" icon={ChevronDown} size="small" />
        <i className="status-bar" />
        <IconButton icon={CaseSensitive} size="small" label={t('caseSensitive')} {...option('isCaseSensitive')} />
        <IconButton icon={WholeWord} size="small" label={t('wholeWord')} {...option('isWholeWord')} />
        <button
          type="button"
          className="find-marks"
          aria-pressed={!options.isIgnoringMarks}
          title={t('marks')}
          aria-label={t('marks')}
          onClick={() => search.toggle('isIgnoringMarks')}
        >
          é
        </button>
        <IconButton icon={Regex} size="small" label={t('pattern')} {...option('isPattern')} />
        <i className="status-bar" />
        <IconButton icon={List} size="small" label={t('list')} isOn={isListed} onPress={() => onList(!isListed)} />
        <IconButton icon={X} size="small" label={t('close')} shortcut="Escape" onPress={leave} />
      </div>
      {/* Described by it also while there is nothing to say. */}
      <p id="find-mistake" className="find-mistake" role="status">
        {result.kind === 'unreadable' && t(reasonKey(result.reason))}
        {result.kind === 'too-slow' && t('tooSlowMore')}
      </p>
    </search>
  );
}

/** Up goes back through earlier queries, Down forward again to what was being typed, then into the list. */
function useHistoryKeys(): (key: string) => boolean {
  const search = useSearch();
  const [place, setPlace] = useState(-1);
  const draft = useRef('');
  return (key) => {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') {
      setPlace(-1);
      return false;
    }
    const { query } = search.snapshot();
    if (key === 'ArrowDown' && place < 0) {
      document.querySelector<HTMLElement>('.found-rows')?.focus();
      return true;
    }
    if (place < 0) draft.current = query;
    const others = search.history.filter((other) => other !== draft.current);
    const next = Math.min(others.length - 1, place + (key === 'ArrowUp' ? 1 : -1));
    setPlace(next);
    search.ask(next < 0 ? draft.current : (others[next] ?? draft.current));
    return true;
  };
}

function countText(
  { result, current, query, hasWrapped }: SearchState,
  t: ReturnType<typeof useTranslation<'search'>>['t'],
): string {
  if (result.kind === 'unreadable') return t('unreadable');
  if (result.kind === 'too-slow') return t('tooSlow');
  if (query === '') return '';
  const { length } = result.spans;
  if (length === 0) return t('none');
  const total = result.isCut ? t('orMore', { total: formatNumber(length) }) : formatNumber(length);
  if (current < 0) return t('places', { count: length, total });
  const place = t('place', { number: formatNumber(current + 1), total });
  return hasWrapped ? t('wrapped', { place }) : place;
}
