import { useMemo, useState, type ReactNode } from 'react';
import type { Code, Coding } from '#domain/project/records.ts';
import { useCodeTreeAtOnce } from '#features/codebook/index.ts';
import { useCommandCenter } from '#features/commands/index.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Entries } from './Entries.tsx';
import type { EntryActions } from './EntryView.tsx';
import { ExampleDialog } from './ExampleDialog.tsx';
import { Introduction } from './Introduction.tsx';
import { PageBar } from './PageBar.tsx';
import './codebook-page.css';

export interface CodebookPageProps {
  /** Must stay the same: every entry that is on the screen would be rendered otherwise. */
  readonly onJump: (coding: Coding) => void;
  /** Must stay the same, too. */
  readonly onHistory: (code: Code) => void;
  readonly onNewCode: () => void;
}

/** The codebook as a document to read and to write in, in the order of its tree. */
export function CodebookPage({ onJump, onHistory, onNewCode }: CodebookPageProps): ReactNode {
  const project = useProject();
  const tree = useCodeTreeAtOnce();
  const isIntroduced = useProjectValue((now) => now.project.codebookIntroduction !== undefined);
  const { t } = useTranslation('codebookPage');
  const center = useCommandCenter();
  const { t: codebook } = useTranslation('codebook');
  const [choosing, setChoosing] = useState<Code | null>(null);
  const actions = useMemo<EntryActions>(
    () => ({ onJump, onHistory, onChooseExample: setChoosing }),
    [onJump, onHistory],
  );
  return (
    <section className="codebook-page" aria-label={t('title')}>
      <PageBar />
      {tree.rows.length > 0 ? (
        <Entries tree={tree} actions={actions} />
      ) : (
        <div className="codebook-nothing" tabIndex={-1}>
          {isIntroduced && <Introduction />}
          <EmptyState
            title={t('emptyTitle')}
            strokes={2}
            actions={
              !project.isReadOnly && (
                <>
                  <Button onPress={onNewCode}>{codebook('newCode')}</Button>
                  <Button onPress={() => center.run('startingPoints')}>{codebook('startingPoints')}</Button>
                </>
              )
            }
          >
            {t('emptyText')}
          </EmptyState>
        </div>
      )}
      {choosing && <ExampleDialog codeId={choosing.id} onClose={() => setChoosing(null)} />}
    </section>
  );
}
