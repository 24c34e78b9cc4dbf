import { useMemo, useState, type ReactNode } from 'react';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import type { MadeWhen } from '#domain/codebook/codings-under-version.ts';
import type { CodebookVersion, CodeId } from '#domain/project/records.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { t as sentence, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Select } from '#ui/Select.tsx';
import { CodingsUnderDialog } from './CodingsUnderDialog.tsx';
import { compareStates } from './compare-states.ts';
import { deleteVersion } from './commands/change-versions.ts';
import { DifferenceList } from './DifferenceList.tsx';
import type { Difference } from './difference-text.ts';
import { NameVersionDialog } from './NameVersionDialog.tsx';
import { RestoreVersionDialog } from './RestoreVersionDialog.tsx';
import { useOlderCodings } from './use-codings-under.ts';
import { useCodebookNow, useVersions } from './use-versions.ts';
import { VersionRows } from './VersionRows.tsx';
import './versions.css';

const NOW = 'now';
/** The id of a version, or now. */
type Side = string;

type Question =
  | { readonly kind: 'name' }
  | { readonly kind: 'edit' | 'restore'; readonly version: CodebookVersion }
  | { readonly kind: 'codings'; readonly version: CodebookVersion | null }
  | null;

/** Codings somebody wants to see listed: of one code or, with null, of all. */
export interface MadeAsked {
  readonly codeId: CodeId | null;
  readonly made: MadeWhen;
}

export interface VersionsDialogProps {
  /** The dialog is to close then. */
  readonly onListCodings: (asked: MadeAsked) => void;
  readonly onClose: () => void;
}

/** The named states of the codebook, what changed between any two of them, what was coded under them, and the way back to one. */
export function VersionsDialog({ onListCodings, onClose }: VersionsDialogProps): ReactNode {
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
  const isEmpty = versions.length === 0;
  return (
    <>
      <Dialog
        isOpen
        size={isEmpty ? 'small' : 'wide'}
        title={t('title')}
        lead={isEmpty ? undefined : t('lead')}
        onClose={onClose}
        footer={
          <>
            <Button
              look={isEmpty ? 'solid' : 'line'}
              onPress={() => setQuestion({ kind: 'name' })}
              isDisabled={project.isReadOnly}
            >
              {t('nameThis')}
            </Button>
            <DialogSpace />
            <Button look={isEmpty ? 'line' : 'solid'} onPress={onClose} autoFocus>
              {common('close')}
            </Button>
          </>
        }
      >
        {isEmpty ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <div className="versions">
            <VersionRows
              versions={versions}
              now={now}
              chosen={from}
              onChoose={({ id }) => setSides({ from: id, to: NOW })}
              onCodings={(version) => setQuestion({ kind: 'codings', version })}
              onRestore={(version) => setQuestion({ kind: 'restore', version })}
              onEdit={(version) => setQuestion({ kind: 'edit', version })}
              onDelete={remove}
            />
            <Comparison
              versions={versions}
              now={now}
              from={from}
              to={to}
              onChoose={setSides}
              onListCodings={onListCodings}
            />
          </div>
        )}
      </Dialog>
      {question?.kind === 'name' && <NameVersionDialog onClose={() => setQuestion(null)} />}
      {question?.kind === 'edit' && <NameVersionDialog version={question.version} onClose={() => setQuestion(null)} />}
      {question?.kind === 'codings' && (
        <CodingsUnderDialog
          version={question.version}
          versions={versions}
          onList={(codeId, made) => onListCodings({ codeId, made })}
          onClose={() => setQuestion(null)}
        />
      )}
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
  readonly onListCodings: (asked: MadeAsked) => void;
}

function Comparison({ versions, now, from, to, onChoose, onListCodings }: ComparisonProps): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const differences = useMemo(() => {
    const stateOf = (side: Side): CodebookState => versions.find(({ id }) => id === side) ?? now;
    return compareStates(stateOf(from), stateOf(to));
  }, [versions, now, from, to]);
  // From a later state to an earlier one nothing is older than what came of it.
  const states = useMemo(() => {
    const indexOf = (side: Side): number => versions.findIndex(({ id }) => id === side);
    if (indexOf(from) <= indexOf(to)) return [];
    return [...(to === NOW ? [now] : []), ...versions.slice(Math.max(0, indexOf(to)))];
  }, [versions, now, from, to]);
  const older = useOlderCodings(differences, states);
  const olderThan = (difference: Difference): ReactNode => {
    const found = older.get(difference);
    if (!found || found.count === 0) return null;
    const { codeId, name, count, before } = found;
    return (
      <button
        type="button"
        className="quiet-link"
        aria-label={t('listOlder', { count, name })}
        onClick={() => onListCodings({ codeId, made: { kind: 'before', time: before } })}
      >
        {t('codingsOlder', { count })}
      </button>
    );
  };
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
      {differences.length > 0 && <DifferenceList differences={differences} aside={olderThan} />}
    </section>
  );
}
