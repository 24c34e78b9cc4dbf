import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { isEmpty } from '#domain/history/change.ts';
import type { RowProblem } from '#domain/interchange/table-problem.ts';
import { refreshCounts } from '#features/project-list/index.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { commitTablePlan } from './import-table.ts';
import { planTableImport, readTable } from './plan-table-import.ts';
import { planSummary, rowText } from './plan-text.ts';
import type { TablePlan } from './table-plan.ts';
import './TableImportDialog.css';

export interface TableImportDialogProps {
  grant: Grant;
  onClose: () => void;
}

type State =
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'planned'; readonly plan: TablePlan }
  | { readonly kind: 'failed'; readonly text: string };

/** Shows what a codebook or codings table would do, does it when told to, and offers to take it back. */
export function TableImportDialog({ grant, onClose }: TableImportDialogProps): ReactNode {
  const { t } = useTranslation('interchange');
  const { t: common } = useTranslation('common');
  const project = useProject();
  const [state, setState] = useState<State>({ kind: 'reading' });
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    readTable(grant, null)
      .then((table) => planTableImport(project, table))
      .then(
        (plan) => setState({ kind: 'planned', plan }),
        (error) => setState(failed(error)),
      );
  }, [project, grant]);

  const carryOut = async (plan: TablePlan): Promise<void> => {
    setState({ kind: 'writing' });
    try {
      await commitTablePlan(project, plan);
      await refreshCounts(project.project.id, project);
      sayUndoable(project, planSummary(plan, 'past'));
      onClose();
    } catch (error) {
      setState(failed(error));
    }
  };

  if (state.kind === 'planned') {
    const { plan } = state;
    const isNothing = isEmpty(plan.change);
    return (
      <Dialog
        isOpen
        size="medium"
        title={t(plan.kind === 'codebook' ? 'codebookTitle' : 'codingsTitle', { name: plan.name })}
        lead={planSummary(plan, 'future')}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose} autoFocus>
              {isNothing ? common('done') : common('cancel')}
            </Button>
            {!isNothing && (
              <Button look="solid" onPress={() => void carryOut(plan)}>
                {common('import')}
              </Button>
            )}
          </>
        }
      >
        <ProblemRows plan={plan} />
      </Dialog>
    );
  }
  const title = state.kind === 'failed' ? t('failedTitle', { name: grant.name }) : t(state.kind, { name: grant.name });
  return (
    <Dialog
      isOpen
      title={title}
      {...(state.kind === 'failed' && { lead: state.text })}
      onClose={onClose}
      isEscapable={state.kind !== 'writing'}
      footer={state.kind === 'failed' && <Button onPress={onClose}>{common('close')}</Button>}
    />
  );
}

function failed(error: unknown): State {
  return { kind: 'failed', text: problemText(problemOf(error)) };
}

const SHOWN = 200;

function ProblemRows({ plan }: { plan: TablePlan }): ReactNode {
  const { t } = useTranslation('interchange');
  const problems = [
    ...plan.skipped.map((problem) => ({ problem, isSkipped: true })),
    ...plan.warnings.map((problem) => ({ problem, isSkipped: false })),
  ];
  if (problems.length === 0) return null;
  return (
    <ul className="table-problems" aria-label={t('problems')}>
      {problems.slice(0, SHOWN).map(({ problem, isSkipped }, index) => (
        <ProblemRow key={`${index} ${problem.row}`} problem={problem} isSkipped={isSkipped} />
      ))}
      {problems.length > SHOWN && <li>{t('more', { count: problems.length - SHOWN })}</li>}
    </ul>
  );
}

function ProblemRow({ problem, isSkipped }: { problem: RowProblem; isSkipped: boolean }): ReactNode {
  return (
    <li className={isSkipped ? 'table-problem table-problem-skipped' : 'table-problem'}>
      <Icon of={isSkipped ? CircleAlert : TriangleAlert} size={14} />
      <span>{rowText(problem)}</span>
    </li>
  );
}
