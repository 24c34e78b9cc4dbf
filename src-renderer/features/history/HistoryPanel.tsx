import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Label } from '#domain/history/journal-entry.ts';
import { codersInOrder } from '#domain/project/coders-in-order.ts';
import type { CoderId } from '#domain/project/records.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { goToPoint, type Point } from './commands/go-to-point.ts';
import { HistoryRowView, ROW_HEIGHTS } from './HistoryRowView.tsx';
import { historyRows, type HistoryRow } from './history-rows.ts';
import { useJournal } from './use-journal.ts';
import './history.css';

const EVERYBODY = 'everybody';
const ROWS_PER_PAGE = 8;

/** Everything that was done, newest first, to read and to go back to. */
export function HistoryPanel(): ReactNode {
  const project = useProject();
  const { t } = useTranslation('history');
  const { snapshot, labelOf } = useJournal();
  const [words, setWords] = useState('');
  const [coderId, setCoderId] = useState<CoderId | null>(null);
  const [hasNotes, setHasNotes] = useState(false);
  const [progress, setProgress] = useState<{ finished: number; total: number } | null>(null);
  const coders = useCoders();
  // Typing comes first, the list when there is time.
  const wanted = useDeferredValue(words);
  const rows = useMemo(
    () => historyRows(snapshot, { words: wanted, coderId, hasNotes }, labelOf),
    [snapshot, wanted, coderId, hasNotes, labelOf],
  );
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const steps = snapshot.steps.filter(({ state }) => state !== 'noted').length;

  const go = async (row: HistoryRow): Promise<void> => {
    if (row.kind === 'day' || project.isReadOnly || progress) return;
    const point: Point = row.kind === 'step' ? { sequence: row.step.sequence, at: row.step.at } : null;
    await goToPoint(project, point, (finished, total) => setProgress({ finished, total }));
    setProgress(null);
  };

  return (
    <section className="panel history-panel" aria-labelledby="history-heading">
      <header className="panel-header">
        <h2 id="history-heading">{t('title')}</h2>
        <span className="count">{formatNumber(steps)}</span>
      </header>
      <div className="history-filter">
        <TextField
          label={t('find')}
          isLabelHidden
          placeholder={t('find')}
          value={words}
          onChange={setWords}
          inputRef={field}
          before={<Icon of={Search} size={14} />}
          onKeyUp={(event) => {
            if (event.key === 'ArrowDown') list.current?.focus();
          }}
        />
        {coders.length > 1 && (
          <Select
            label={t('byWhom')}
            isLabelHidden
            options={[{ id: EVERYBODY, label: t('everybody') }, ...coders]}
            value={coderId ?? EVERYBODY}
            onChange={(id) => setCoderId(id === EVERYBODY ? null : (id as CoderId))}
          />
        )}
        <Checkbox isSelected={hasNotes} onChange={setHasNotes}>
          {t('withNotes')}
        </Checkbox>
      </div>
      {progress && (
        <div className="history-progress">
          <ProgressBar
            label={t('title')}
            value={progress.finished}
            max={progress.total}
            detail={t('travelling', progress)}
          />
        </div>
      )}
      {rows.length === 0 && wanted !== '' && <p className="inspector-nothing">{t('nothingFound')}</p>}
      {snapshot.isComplete && snapshot.steps.length === 0 ? (
        <EmptyState title={t('title')}>{t('nothingYet')}</EmptyState>
      ) : (
        <HistoryList
          rows={rows}
          labelOf={labelOf}
          list={list}
          onGo={(row) => void go(row)}
          onType={(letter) => {
            setWords(words + letter);
            field.current?.focus();
          }}
        />
      )}
    </section>
  );
}

interface HistoryListProps {
  readonly rows: readonly HistoryRow[];
  readonly labelOf: (sequence: number) => Label | undefined;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onGo: (row: HistoryRow) => void;
  /** A letter was typed in the list: it is meant for the filter. */
  readonly onType: (letter: string) => void;
}

/** Only rows in view exist, so fifty thousand steps cost what twenty do. */
function HistoryList({ rows, labelOf, list, onGo, onType }: HistoryListProps): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null);
  const present = rows.findIndex(isPresent);
  const found = rows.findIndex(({ key }) => key === chosen);
  const current = found >= 0 ? found : present >= 0 ? present : nextStep(rows, -1, 1);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => ROW_HEIGHTS[rows[index]?.kind ?? 'step'],
    overscan: 6,
  });
  const moveTo = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setChosen(row.key);
    // The day above the first step of a day comes along.
    virtual.scrollToIndex(rows[index - 1]?.kind === 'day' && index < current ? index - 1 : index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const row = rows[current];
    const target = targetOf(event.key, rows, current);
    if (target !== null) moveTo(target);
    else if (event.key === 'Enter' && isPlain && row) onGo(row);
    else if (event.key.length === 1 && event.key !== ' ' && isPlain && !event.nativeEvent.isComposing)
      onType(event.key);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="history-rows"
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-labelledby="history-heading"
      aria-activedescendant={rows[current] ? `history-${rows[current].key}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            row && (
              <HistoryRowView
                key={key}
                row={row}
                labelOf={labelOf}
                top={start}
                isCurrent={index === current}
                position={{ index, count: rows.length }}
                onPress={() => {
                  setChosen(row.key);
                  onGo(row);
                }}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function isPresent(row: HistoryRow): boolean {
  return row.kind === 'beginning' ? row.isPresent : row.kind === 'step' && row.standing === 'present';
}

/** Where a key leads from a row, past the headings of days; null for a key that leads nowhere. */
function targetOf(key: string, rows: readonly HistoryRow[], current: number): number | null {
  const far = { PageDown: ROWS_PER_PAGE, PageUp: -ROWS_PER_PAGE }[key];
  if (key === 'ArrowDown') return nextStep(rows, current, 1);
  if (key === 'ArrowUp') return nextStep(rows, current, -1);
  if (key === 'Home') return nextStep(rows, -1, 1);
  if (key === 'End') return nextStep(rows, rows.length, -1);
  if (far === undefined) return null;
  return nextStep(rows, Math.max(-1, Math.min(rows.length, current + far)), far > 0 ? -1 : 1);
}

/** The nearest row in a direction that is no heading; where there is none, the row one came from. */
function nextStep(rows: readonly HistoryRow[], from: number, direction: 1 | -1): number {
  for (let index = from + direction; index >= 0 && index < rows.length; index += direction) {
    if (rows[index]?.kind !== 'day') return index;
  }
  return from;
}

/** Who has a hand in this project. */
function useCoders(): readonly { readonly id: string; readonly label: string }[] {
  const size = useProjectValue((project) => project.coders.size);
  const project = useProject();
  return useMemo(
    () => codersInOrder(project.coders.values()).map(({ id, name }) => ({ id: id as string, label: name })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map changes in place; its size tells when
    [project, size],
  );
}
