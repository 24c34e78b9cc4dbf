import { CaseSensitive, ChevronDown, ChevronUp, List, Regex, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { FindOptions } from '#domain/corpus/find-in-text.ts';
import { CommandButton } from '#features/commands/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { IconButton, type IconButtonProps } from '#ui/IconButton.tsx';
import { reasonKey } from './pattern-mistakes.ts';
import { useSearch, useSearchState } from './search-context.tsx';
import type { SearchState } from './text-search.ts';
import './find-bar.css';

export interface FindBarProps {
  readonly isListed: boolean;
  readonly onList: (isListed: boolean) => void;
}

/**
 * Search in the open text: every place is marked, one is current; Enter and Shift+Enter go round. Its parts look at what they
 * show, so that a letter typed renders the field and the count and nothing else.
 */
export function FindBar({ isListed, onList }: FindBarProps): ReactNode {
  const { t } = useTranslation('search');
  const search = useSearch();
  const leave = (): void => {
    search.close();
    search.snapshot().view?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    leave();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves from wherever one is in it
    <search className="find-bar" aria-label={t('find')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <FindField />
        <FindCount />
        <CommandButton command="findPrevious" icon={ChevronUp} size="small" />
        <CommandButton command="findNext" icon={ChevronDown} size="small" />
        <i className="status-bar" />
        <OptionButton name="isCaseSensitive" icon={CaseSensitive} label={t('caseSensitive')} />
        <OptionButton name="isWholeWord" icon={WholeWord} label={t('wholeWord')} />
        <MarksButton />
        <OptionButton name="isPattern" icon={Regex} label={t('pattern')} />
        <i className="status-bar" />
        <IconButton icon={List} size="small" label={t('list')} isOn={isListed} onPress={() => onList(!isListed)} />
        <IconButton icon={X} size="small" label={t('close')} shortcut="Escape" onPress={leave} />
      </div>
      <Mistake />
    </search>
  );
}

function FindField(): ReactNode {
  const { t } = useTranslation('search');
  const search = useSearch();
  const query = useSearchState((state) => state.query);
  const isMistaken = useSearchState((state) => state.result.kind !== 'found');
  const input = useRef<HTMLInputElement>(null);
  const onHistoryKey = useHistoryKeys();
  useEffect(() => input.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    // With Ctrl it gives a code to the place that is selected: a command of the whole window.
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void search.step(event.shiftKey ? -1 : 1);
    else if (!onHistoryKey(event.key)) return;
    event.preventDefault();
  };
  return (
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
      aria-invalid={isMistaken}
      aria-describedby="find-mistake"
      onChange={(event) => search.ask(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function FindCount(): ReactNode {
  const { t } = useTranslation('search');
  const text = useSearchState((state) => countText(state, t));
  return (
    <span className="find-count" role="status" data-testid="find-count">
      {text}
    </span>
  );
}

function OptionButton({
  name,
  ...rest
}: Pick<IconButtonProps, 'icon' | 'label'> & { name: keyof FindOptions }): ReactNode {
  const search = useSearch();
  const isOn = useSearchState(({ options }) => options[name]);
  return <IconButton {...rest} size="small" isOn={isOn} onPress={() => search.toggle(name)} />;
}

function MarksButton(): ReactNode {
  const { t } = useTranslation('search');
  const search = useSearch();
  const isIgnoring = useSearchState(({ options }) => options.isIgnoringMarks);
  return (
    <button
      type="button"
      className="find-marks"
      aria-pressed={!isIgnoring}
      title={t('marks')}
      aria-label={t('marks')}
      onClick={() => search.toggle('isIgnoringMarks')}
    >
      é
    </button>
  );
}

/** There also while there is nothing to say: the field is described by it. */
function Mistake(): ReactNode {
  const { t } = useTranslation('search');
  const result = useSearchState((state) => state.result);
  return (
    <p id="find-mistake" className="find-mistake" role="status">
      {result.kind === 'unreadable' && t(reasonKey(result.reason))}
      {result.kind === 'too-slow' && t('tooSlowMore')}
    </p>
  );
}

/** The list follows the count when there is time: so long it is waited for. */
const LIST_WITHIN_FRAMES = 20;

function focusList(framesLeft: number): void {
  const list = document.querySelector<HTMLElement>('.found-rows');
  if (list) list.focus();
  else if (framesLeft > 0) requestAnimationFrame(() => focusList(framesLeft - 1));
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
      focusList(LIST_WITHIN_FRAMES);
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
