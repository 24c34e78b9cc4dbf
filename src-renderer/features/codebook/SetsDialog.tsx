import { Trash2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CodeId, CodeSet, CodeSetId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextArea, TextField } from '#ui/TextField.tsx';
import { markOf } from './code-color.ts';
import { createSet, deleteSet, editSet, toggleCodesInSet } from './commands/change-sets.ts';
import { setsInOrder } from './sets-in-order.ts';
import { useCodeTree } from './tree-of-project.ts';
import './codebook-dialogs.css';

export interface SetsDialogProps {
  readonly setId: CodeSetId | null;
  /** Go into a set that is made here. */
  readonly codeIds: readonly CodeId[];
  readonly onClose: () => void;
}

/** The sets of codes: made, renamed, described, emptied, deleted. Each change is a step of its own. */
export function SetsDialog({ setId, codeIds, onClose }: SetsDialogProps): ReactNode {
  const project = useProject();
  useProjectValue(({ codeSets }) => [...codeSets.values()].map(({ id, modifiedAt }) => id + modifiedAt).join());
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const sets = setsInOrder(project);
  const [chosenId, setChosenId] = useState(setId);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const chosen = sets.find(({ id }) => id === chosenId) ?? null;
  const make = async (): Promise<void> => {
    const outcome = await createSet(project, name, codeIds);
    if (outcome.ok) {
      setChosenId(outcome.value.id);
      setName('');
    } else setError(problemText(outcome.problem));
  };
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('sets')}
      lead={t('setsLead')}
      onClose={onClose}
      footer={
        <>
          <DialogSpace />
          <Button look="solid" onPress={onClose}>
            {common('close')}
          </Button>
        </>
      }
    >
      <div className="set-new">
        <TextField
          label={codeIds.length > 0 ? t('newSetWith', { count: codeIds.length }) : t('newSet')}
          value={name}
          onChange={(typed) => {
            setError(null);
            setName(typed);
          }}
          onEnter={() => void make().catch(() => undefined)}
          error={error}
          autoFocus
        />
        <Button isDisabled={name.trim() === ''} onPress={() => void make().catch(() => undefined)}>
          {common('create')}
        </Button>
      </div>
      {sets.length > 0 && (
        <ul className="set-list" aria-label={t('sets')}>
          {sets.map((set) => (
            <li key={set.id}>
              <button
                type="button"
                aria-expanded={set === chosen}
                onClick={() => setChosenId(set === chosen ? null : set.id)}
              >
                <span className="truncated">{set.name}</span>
                <span className="count">{formatNumber(countOf(set, project.codes))}</span>
              </button>
              <IconButton
                icon={Trash2}
                size="small"
                label={t('deleteSet', { name: set.name })}
                onPress={() => void deleteSet(project, set.id).catch(() => undefined)}
              />
              {set === chosen && <SetFields key={set.id} set={set} />}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function SetFields({ set }: { set: CodeSet }): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebook');
  const [name, setName] = useState(set.name);
  const [description, setDescription] = useState(set.description);
  const [error, setError] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const refusal = await editSet(project, set.id, { name, description });
    setError(refusal && problemText(refusal));
  };
  const codes = tree.codes().filter(({ id }) => set.codeIds.includes(id));
  return (
    <div className="set-fields">
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        onBlur={() => void save().catch(() => undefined)}
        onEnter={() => void save().catch(() => undefined)}
        error={error}
      />
      <TextArea
        label={t('setDescription')}
        isSerif
        rows={2}
        value={description}
        onChange={setDescription}
        onBlur={() => void save().catch(() => undefined)}
      />
      {codes.length === 0 ? (
        <p className="ui-hint">{t('setEmpty')}</p>
      ) : (
        <ul className="set-codes" aria-label={t('codesOfSet', { name: set.name })}>
          {codes.map((code) => (
            <li key={code.id}>
              {code.isCodable && <CodeMark {...markOf(code)} />}
              <span className="truncated">{tree.pathOf(code.id)}</span>
              <IconButton
                icon={X}
                size="small"
                label={t('takeOut', { name: code.name })}
                onPress={() => void toggleCodesInSet(project, set.id, [code.id]).catch(() => undefined)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function countOf({ codeIds }: CodeSet, codes: ReadonlyMap<CodeId, unknown>): number {
  return codeIds.filter((id) => codes.has(id)).length;
}
