import type { HTMLAttributes, ReactNode } from 'react';
import { sizeOfStep } from '#domain/history/journal-step.ts';
import type { Label } from '#domain/history/journal-entry.ts';
import { useProject } from '#features/project/index.ts';
import { formatDate, formatTime, useTranslation } from '#i18n/index.ts';
import type { HistoryRow, Standing } from './history-rows.ts';
import { lineText } from './step-text.ts';

/** In pixels; the same in history.css. */
export const ROW_HEIGHTS = { day: 30, step: 42, beginning: 33 } as const;

const spoken = {
  past: null,
  present: 'isPresent',
  ahead: 'isAhead',
  overtaken: 'isOvertaken',
  noted: 'isNote',
} as const satisfies Readonly<Record<Standing, string | null>>;

export interface HistoryRowViewProps {
  readonly row: HistoryRow;
  readonly top: number;
  readonly isCurrent: boolean;
  readonly position: { readonly index: number; readonly count: number };
  readonly labelOf: (sequence: number) => Label | undefined;
  readonly onPress: () => void;
}

export function HistoryRowView({ row, top, isCurrent, position, labelOf, onPress }: HistoryRowViewProps): ReactNode {
  const { t } = useTranslation('history');
  const style = { transform: `translateY(${top}px)` };
  if (row.kind === 'day') {
    // Each step says its day itself to those who hear it.
    return (
      <div className="history-day" style={style} aria-hidden>
        {formatDate(row.at)}
      </div>
    );
  }
  const option = {
    id: `history-${row.key}`,
    role: 'option',
    'aria-selected': isCurrent,
    'aria-posinset': position.index + 1,
    'aria-setsize': position.count,
    style,
    onClick: onPress,
  } as const;
  if (row.kind === 'beginning') {
    return (
      <div {...option} className="history-row history-beginning" data-standing={row.isPresent ? 'present' : 'past'}>
        <i className="history-dot" />
        <span className="history-words">{t('beginning')}</span>
        {row.isPresent && <span className="history-now">{t('now')}</span>}
      </div>
    );
  }
  return <StepRow row={row} option={option} labelOf={labelOf} />;
}

interface StepRowProps {
  readonly row: Extract<HistoryRow, { kind: 'step' }>;
  readonly option: HTMLAttributes<HTMLDivElement>;
  readonly labelOf: (sequence: number) => Label | undefined;
}

function StepRow({ row: { step, standing }, option, labelOf }: StepRowProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('history');
  const words = lineText(step, labelOf);
  const time = formatTime(step.at);
  const coder = project.coders.get(step.coderId)?.name ?? (step.coderId === project.coderId ? project.coderName : '');
  const count = sizeOfStep(step);
  const state = spoken[standing];
  return (
    <div
      {...option}
      className="history-row"
      data-standing={standing}
      aria-current={standing === 'present' ? 'step' : undefined}
    >
      <i className="history-dot" />
      <span className="history-words" title={words}>
        {words}
      </span>
      {standing === 'present' && <span className="history-now">{t('now')}</span>}
      <span className="history-facts number">
        <span className="visually-hidden">{formatDate(step.at)}</span>
        <span>{time}</span>
        <span className="truncated">{coder}</span>
        {count > 0 && <span className="history-size">{t('records', { count })}</span>}
        {state && <span className="visually-hidden">{t(state)}</span>}
      </span>
    </div>
  );
}
