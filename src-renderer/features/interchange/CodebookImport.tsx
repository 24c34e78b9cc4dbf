import { useEffect, useState, type ReactNode } from 'react';
import { problemOf } from '#bridge/bridge.ts';
import { problemText } from '#bridge/problem-text.ts';
import { isEmpty } from '#domain/history/change.ts';
import type { ExistingPolicy } from '#domain/interchange/import-codebook.ts';
import { isMarkup } from '#domain/interchange/codebook-files/xml-element.ts';
import { DifferenceList } from '#features/codebook-versions/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import type { CodebookContent } from './codebook-content.ts';
import type { CodebookReading, ReadingChoices } from './codebook-reading.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { planTableImport } from './plan-table-import.ts';
import { planSummary } from './plan-text.ts';
import { ProblemRows } from './ProblemRows.tsx';
import { ReadingTools } from './ReadingTools.tsx';
import type { TablePlan } from './table-plan.ts';

export interface CodebookImportProps {
  content: CodebookContent;
  onImport: (plan: TablePlan) => void;
  /** Somebody else has worked on the same codebook: it is to be merged instead. */
  onMerge: () => void;
  onClose: () => void;
}

interface Shown {
  readonly plan: TablePlan | null;
  /** Stays while a wrong kind is chosen, so that another one can be. */
  readonly reading: CodebookReading | null;
  readonly problem: string | null;
}

/** How a codebook was read, what it would change here, and what can be said otherwise before it comes in. */
export function CodebookImport({ content, onImport, onMerge, onClose }: CodebookImportProps): ReactNode {
  const { t } = useTranslation('interchange');
  const { t: common } = useTranslation('common');
  const project = useProject();
  const [choices, setChoices] = useState<ReadingChoices>({});
  const [policy, setPolicy] = useState<ExistingPolicy>('take');
  const [{ plan, reading, problem }, setShown] = useState<Shown>({ plan: null, reading: null, problem: null });
  useEffect(() => {
    let isCurrent = true;
    planTableImport(project, { name: content.name, kind: 'codebook', content }, { choices, policy }).then(
      (planned) => isCurrent && setShown({ plan: planned, reading: planned.reading, problem: null }),
      (error) => {
        const text = problemText(problemOf(error));
        if (isCurrent) setShown(({ reading: last }) => ({ plan: null, reading: last, problem: text }));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [project, content, choices, policy]);

  // Nothing was read at all, or there is no other way to read markup.
  const isHopeless = problem !== null && (reading === null || (content.kind === 'text' && isMarkup(content.text)));
  const title = isHopeless ? t('failedTitle', { name: content.name }) : t('codebookTitle', { name: content.name });
  const lacksColumn = plan !== null && plan.reading?.file === null;
  const canImport = plan !== null && !lacksColumn && !isEmpty(plan.change);
  const isDone = plan !== null && !lacksColumn && !canImport;
  return (
    <Dialog
      isOpen
      size={isHopeless ? 'small' : 'large'}
      title={title}
      lead={<span role="status">{lead()}</span>}
      onClose={onClose}
      {...(!isHopeless && {
        tools: (
          <>
            <ReadingTools
              content={content}
              reading={reading}
              choices={choices}
              onChoose={setChoices}
              policy={project.codes.size > 0 ? policy : null}
              onPolicy={setPolicy}
            />
            {reading?.layout === 'foreign' && (
              <ColumnChoices reading={reading} onChoose={(more) => setChoices({ ...choices, ...more })} />
            )}
          </>
        ),
      })}
      footer={
        <>
          {canImport && project.codes.size > 0 && (
            <Button look="quiet" onPress={onMerge}>
              {t('mergeInstead')}
            </Button>
          )}
          <DialogSpace />
          <Button onPress={onClose} autoFocus>
            {isHopeless ? common('close') : isDone ? common('done') : common('cancel')}
          </Button>
          {!isHopeless && !isDone && (
            <Button look="solid" isDisabled={!canImport} onPress={() => plan && onImport(plan)}>
              {common('import')}
            </Button>
          )}
        </>
      }
    >
      {plan && (
        <div className="codebook-import">
          <ProblemRows plan={plan} />
          {plan.differences.length > 0 && <DifferenceList differences={plan.differences} tense="future" />}
        </div>
      )}
    </Dialog>
  );

  function lead(): string {
    if (problem !== null) return isHopeless ? problem : `${problem} ${t('wrongKind')}`;
    if (lacksColumn) return t('needsColumn');
    return plan ? planSummary(plan, 'future') : t('reading', { name: content.name });
  }
}
