import { useState, type ReactNode } from 'react';
import { versionNameProblem } from '#domain/codebook/edit-version.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { countCodable } from '#features/codebook/index.ts';
import { sayUndoable, useProject } from '#features/project/index.ts';
import { formatDay, t as sentence, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextArea, TextField } from '#ui/TextField.tsx';
import { useOnce } from '#ui/use-once.ts';
import { compareStates } from './compare-states.ts';
import { keepVersion, renameVersion } from './commands/change-versions.ts';
import { useCodebookNow, useVersions } from './use-versions.ts';

export interface NameVersionDialogProps {
  /** The version that gets another name or note; without one the codebook as it is now gets a name. */
  readonly version?: CodebookVersion;
  readonly onClose: () => void;
}

/** Asks how a state of the codebook is to be called, and why it is kept. */
export function NameVersionDialog({ version, onClose }: NameVersionDialogProps): ReactNode {
  const project = useProject();
  const versions = useVersions();
  const now = useCodebookNow();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const [name, setName] = useState(version?.name ?? '');
  const [note, setNote] = useState(version?.note ?? '');
  const [tried, setTried] = useState<string | null>(null);
  const problem = versionNameProblem(name, versions ?? [], version ?? null);
  const latest = versions?.[0];
  const isUnchanged = !version && latest !== undefined && compareStates(latest, now).length === 0;

  const save = useOnce(async () => {
    setTried(name);
    if (problem || versions === null) return false;
    const words = { name, note };
    if (version) await renameVersion(project, version, words);
    else {
      await keepVersion(project, words);
      sayUndoable(project, sentence('codebookVersions:named', { name: name.trim() }));
    }
    onClose();
    return true;
  });
  const lead = version
    ? t('keptAt', {
        when: formatDay(version.createdAt),
        codes: common('codes', { count: countCodable(version.codes) }),
      })
    : t(isUnchanged ? 'unchangedSince' : 'nameLead', {
        codes: common('codes', { count: countCodable(now.codes) }),
        name: latest?.name ?? '',
      });
  return (
    <Dialog
      isOpen
      title={version ? t('editTitle', { name: version.name }) : t('nameTitle')}
      lead={lead}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button look="solid" onPress={save}>
            {version ? common('save') : t('keep')}
          </Button>
        </>
      }
    >
      <div className="version-words">
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          onEnter={save}
          autoFocus
          placeholder={version ? '' : t('nameExample')}
          // A new name has not been refused yet.
          error={problem !== null && tried === name ? t(problem, { name: name.trim() }) : null}
        />
        <TextArea label={t('note')} isSerif rows={2} value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}
