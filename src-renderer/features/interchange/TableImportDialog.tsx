import { useEffect, useRef, useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import type { Grant } from '#contract/files.ts';
import { isEmpty } from '#domain/history/change.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { CodebookImport } from './CodebookImport.tsx';
import type { CodebookContent } from './codebook-content.ts';
import { commitTablePlan } from './import-table.ts';
import { planTableImport, readOffered } from './plan-table-import.ts';
import { planSummary } from './plan-text.ts';
import { ProblemRows } from './ProblemRows.tsx';
import type { TablePlan } from './table-plan.ts';
import './TableImportDialog.css';

export interface TableImportDialogProps {
  grant: Grant;
  /** The codebook in the file is to be merged with the one here, instead of being written over it. */
  onMerge: () => void;
  onClose: () => void;
}

type State =
  | { readonly kind: 'reading' | 'writing' }
  | { readonly kind: 'codebook'; readonly content: CodebookContent }
  | { readonly kind: 'codings'; readonly plan: TablePlan }
  | { readonly kind: 'failed'; readonly text: string };

/** Shows what a codebook or a table of codings would do, does it when told to, and offers to take it back. */
export function TableImportDialog({ grant, onMerge, onClose }: TableImportDialogProps): ReactNode {
  const { t } = useTranslation('interchange');
  const { t: common } = useTranslation('common');
  const project = useProject();
  const [state, setState] = useState<State>({ kind: 'reading' });
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    readOffered(grant)
      .then(async (read): Promise<State> =>
        read.kind === 'codebook' ? read : { kind: 'codings', plan: await planTableImport(project, read) },
      )
      .then(setState, (error) => setState(failed(error)));
  }, [project, grant]);

  const carryOut = async (plan: TablePlan): Promise<void> => {
    setState({ kind: 'writing' });
    try {
      await commitTablePlan(project, plan);
      sayUndoable(project, planSummary(plan, 'pastNamed'));
      onClose();
    } catch (error) {
      setState(failed(error));
    }
  };

  if (state.kind === 'codebook') {
    return (
      <CodebookImport
        content={state.content}
        onImport={(plan) => void carryOut(plan)}
        onMerge={onMerge}
        onClose={onClose}
      />
    );
  }
  if (state.kind === 'codings') {
    const { plan } = state;
    const isNothing = isEmpty(plan.change);
    return (
      <Dialog
        isOpen
        size="medium"
        title={t('codingsTitle', { name: plan.name })}
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
