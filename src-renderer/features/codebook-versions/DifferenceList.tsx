import { Layers, Pilcrow } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ComparedField } from '#domain/codebook/compare-codebooks.ts';
import { compareWords } from '#domain/codebook/word-differences.ts';
import type { CodingId } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Segments } from '#ui/Segments.tsx';
import {
  differenceKinds,
  differenceText,
  fieldName,
  fieldValueText,
  kindOf,
  type Difference,
  type DifferenceKind,
  type Tense,
} from './difference-text.ts';
import { Pieces } from './Pieces.tsx';
import './differences.css';

const ALL = 'all';
/** Rows at a time: each is several lines of its own height, and nobody reads thousands of them at once. */
const SHOWN = 200;

export interface DifferenceListProps {
  readonly differences: readonly Difference[];
  /** Past where it has happened. */
  readonly tense?: Tense;
  /** What else there is to say of one, or to do about it. */
  readonly aside?: (difference: Difference) => ReactNode;
}

/** What changed in a codebook, a sentence a difference, counted by kind; of each kind alone on request. */
export function DifferenceList({ differences, aside, tense = 'past' }: DifferenceListProps): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const [kind, setKind] = useState<DifferenceKind | typeof ALL>(ALL);
  const [limit, setLimit] = useState(SHOWN);
  const counts = useMemo(() => countKinds(differences), [differences]);
  const shownKind = kind === ALL || counts.has(kind) ? kind : ALL;
  const shown = differences.filter((difference) => shownKind === ALL || kindOf(difference) === shownKind);
  const options = [
    { id: ALL, label: t('allKinds', { count: differences.length }) },
    ...differenceKinds
      .filter((each) => counts.has(each))
      .map((each) => ({ id: each, label: `${t(`kinds.${each}`)} ${formatNumber(counts.get(each) ?? 0)}` })),
  ] as const;
  const choose = (chosen: typeof kind): void => {
    setKind(chosen);
    setLimit(SHOWN);
  };
  return (
    <div className="differences">
      {counts.size > 1 && <Segments label={t('showKind')} options={options} value={shownKind} onChange={choose} />}
      <ul className="difference-rows" aria-label={t('differences')}>
        {shown.slice(0, limit).map((difference, index) => (
          <Row key={`${index} ${kindOf(difference)}`} difference={difference} tense={tense}>
            {aside?.(difference)}
          </Row>
        ))}
      </ul>
      {shown.length > limit && (
        <Button onPress={() => setLimit(limit + SHOWN)}>
          {t('showMore', { count: Math.min(SHOWN, shown.length - limit), all: shown.length })}
        </Button>
      )}
    </div>
  );
}

function countKinds(differences: readonly Difference[]): Map<DifferenceKind, number> {
  const counts = new Map<DifferenceKind, number>();
  for (const difference of differences) {
    const kind = kindOf(difference);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function Row({
  difference,
  tense,
  children,
}: {
  difference: Difference;
  tense: Tense;
  children: ReactNode;
}): ReactNode {
  const { codings } = useProject();
  const { t } = useTranslation('codebookVersions');
  const valueText = (field: ComparedField, value: string): string => {
    if (field !== 'exampleCodingId') return fieldValueText(field, value);
    return value === '' ? '' : (codings.get(value as CodingId)?.quote ?? t('passageGone'));
  };
  return (
    <li className="difference-row">
      <span className="difference-mark">
        <DifferenceMark difference={difference} />
      </span>
      <div>
        <p className="difference-sentence">{differenceText(difference, tense)}</p>
        {difference.kind === 'redefined' &&
          difference.fields.map(({ field, before, after }) => (
            <WordsRow
              key={field}
              name={fieldName(field)}
              before={valueText(field, before)}
              after={valueText(field, after)}
            />
          ))}
        {difference.kind === 'introduction' && (
          <WordsRow name={t('introduction')} before={difference.before} after={difference.after} />
        )}
        {difference.kind === 'setDescribed' && (
          <WordsRow name={t('setDescription')} before={difference.before} after={difference.set.description} />
        )}
        {children}
      </div>
    </li>
  );
}

function DifferenceMark({ difference }: { difference: Difference }): ReactNode {
  if ('code' in difference) return <CodeMark {...markOf(difference.code)} />;
  return <Icon of={'set' in difference ? Layers : Pilcrow} size={14} />;
}

interface WordsRowProps {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Before and after side by side. */
function WordsRow({ name, before, after }: WordsRowProps): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const words = useMemo(() => compareWords(before, after), [before, after]);
  const nothing = <span className="quiet">{t('nothing')}</span>;
  return (
    <dl className="difference-field">
      <div>
        <dt>{t('fieldBefore', { field: name })}</dt>
        <dd className="serif" dir="auto">
          {before === '' ? nothing : <Pieces pieces={words.before} of="gone" />}
        </dd>
      </div>
      <div>
        <dt>{t('fieldAfter', { field: name })}</dt>
        <dd className="serif" dir="auto">
          {after === '' ? nothing : <Pieces pieces={words.after} of="new" />}
        </dd>
      </div>
    </dl>
  );
}
