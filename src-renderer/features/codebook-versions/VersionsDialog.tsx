import { useMemo, useState, type ReactNode } from 'react';
import { compareCodebooks } from '#domain/codebook/compare-codebooks.ts';
import { compareSets } from '#domain/codebook/compare-sets.ts';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { t as sentence, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Select } from '#ui/Select.tsx';
import { deleteVersion } from './commands/change-versions.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { NameVersionDialog } from './NameVersionDialog.tsx';
import { RestoreVersionDialog } from './RestoreVersionDialog.tsx';
import { useCodebookNow, useVersions } from './use-versions.ts';
import { VersionRows } from './VersionRows.tsx';
import './versions.css';

const NOW = 'now';
/** The id of a version, or now. */
type Side = string;

type Question =
  | { readonly kind: 'name' }
  | { readonly kind: 'edit' | 'restore'; readonly version: CodebookVersion }
  | null;

/** The named states of the codebook, what changed between any two of them, and the way back to one. */
export function VersionsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const project = useProject();
  const versions = useVersions();
  const now = useCodebookNow();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const [question, setQuestion] = useState<Question>(null);
  const [sides, setSides] = useState<{ readonly from: Side | null; readonly to: Side }>({ from: null, to: NOW });
  const isThere = (side: Side | null): side is Side => versions?.some(({ id }) => id === side) ?? false;
  // What was chosen may have been deleted since.
  const from = sides.from === NOW || isThere(sides.from) ? sides.from : (versions?.[0]?.id ?? NOW);
  const to = isThere(sides.to) ? sides.to : NOW;
  const remove = (version: CodebookVersion): void => {
    deleteVersion(project, version).then(
      () => sayUndoable(project, sentence('codebookVersions:deleted', { name: version.name })),
      () => undefined,
    );
  };
  if (versions === null) return null;
  return (
    <>
      <Dialog
        isOpen
        size="wide"
        title={t('title')}
        lead={versions.length > 0 ? t('lead') : undefined}
        onClose={onClose}
        footer={
          <>
            <Button onPress={() => setQuestion({ kind: 'name' })} isDisabled={project.isReadOnly}>
              {t('nameThis')}
            </Button>
            <DialogSpace />
            <Button look="solid" onPress={onClose} autoFocus>
              {common('close')}
            </Button>
          </>
        }
      >
        {versions.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <div className="versions">
            <VersionRows
              versions={versions}
              now={now}
              chosen={from}
              onChoose={({ id }) => setSides({ from: id, to: NOW })}
              onRestore={(version) => setQuestion({ kind: 'restore', version })}
              onEdit={(version) => setQuestion({ kind: 'edit', version })}
              onDelete={remove}
            />
            <Comparison versions={versions} now={now} from={from} to={to} onChoose={setSides} />
          </div>
        )}
      </Dialog>
      {question?.kind === 'name' && <NameVersionDialog onClose={() => setQuestion(null)} />}
      {question?.kind === 'edit' && <NameVersionDialog version={question.version} onClose={() => setQuestion(null)} />}
      {question?.kind === 'restore' && (
        <RestoreVersionDialog version={question.version} onClose={() => setQuestion(null)} />
      )}
    </>
  );
}

interface ComparisonProps {
  readonly versions: readonly CodebookVersion[];
  readonly now: CodebookState;
  readonly from: Side;
  readonly to: Side;
  readonly onChoose: (sides: { readonly from: Side; readonly to: Side }) => void;
}

function Comparison({ versions, now, from, to, onChoose }: ComparisonProps): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const differences = useMemo(() => {
    const stateOf = (side: Side): CodebookState => versions.find(({ id }) => id === side) ?? now;
    const [before, after] = [stateOf(from), stateOf(to)];
    return [...compareCodebooks(before.codes, after.codes), ...compareSets(before.sets, after.sets)];
  }, [versions, now, from, to]);
  const options = [{ id: NOW, label: t('now') }, ...versions.map(({ id, name }) => ({ id: id as Side, label: name }))];
  return (
    <section className="versions-comparison" aria-label={t('changes')}>
      <div className="versions-sides">
        <Select label={t('from')} options={options} value={from} onChange={(id) => onChoose({ from: id, to })} />
        <Select label={t('to')} options={options} value={to} onChange={(id) => onChoose({ from, to: id })} />
      </div>
      <p className="versions-count" role="status">
        {from === to ? t('sameVersion') : t('differenceCount', { count: differences.length })}
      </p>
      {differences.length > 0 && <DifferenceList differences={differences} />}
    </section>
  );
}
