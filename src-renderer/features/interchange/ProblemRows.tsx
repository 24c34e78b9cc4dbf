import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Icon } from '#ui/Icon.tsx';
import { rowText } from './plan-text.ts';
import type { TablePlan } from './table-plan.ts';

const SHOWN = 200;

/** The rows of a file that need a look: those left out first, then those taken with a reservation. */
export function ProblemRows({ plan }: { plan: TablePlan }): ReactNode {
  const { t } = useTranslation('interchange');
  const problems = [
    ...plan.skipped.map((problem) => ({ problem, isSkipped: true })),
    ...plan.warnings.map((problem) => ({ problem, isSkipped: false })),
  ];
  if (problems.length === 0) return null;
  return (
    <ul className="table-problems" aria-label={t('problems')}>
      {problems.slice(0, SHOWN).map(({ problem, isSkipped }, index) => (
        <li
          key={`${index} ${problem.row}`}
          className={isSkipped ? 'table-problem table-problem-skipped' : 'table-problem'}
        >
          <Icon of={isSkipped ? CircleAlert : TriangleAlert} size={14} />
          <span>{rowText(problem, plan)}</span>
        </li>
      ))}
      {problems.length > SHOWN && <li>{t('more', { count: problems.length - SHOWN })}</li>}
    </ul>
  );
}
