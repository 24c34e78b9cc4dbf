import { useMemo, type ReactNode } from 'react';
import { isMadeWhen, type MadeWhen } from '#domain/codebook/codings-under-version.ts';
import type { CodebookVersion, CodeId } from '#domain/project/records.ts';
import { markOf, useCodeTree } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatDay, formatNumber, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';

export interface CodingsUnderDialogProps {
  /** Null: the codings that are older than all versions. */
  readonly version: CodebookVersion | null;
  /** The latest first. */
  readonly versions: readonly CodebookVersion[];
  /** Null: of all codes. */
  readonly onList: (codeId: CodeId | null, made: MadeWhen) => void;
  readonly onClose: () => void;
}

/** What was coded under a version, code by code, and the way to the passages. All codings must have been read. */
export function CodingsUnderDialog({ version, versions, onList, onClose }: CodingsUnderDialogProps): ReactNode {
  const project = useProject();
  const tree = useCodeTree();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const made = useMemo((): MadeWhen => ({ kind: 'under', versionId: version?.id ?? null }), [version]);
  const counts = useMemo(() => {
    const isMade = isMadeWhen(made, versions);
    const byCode = new Map<CodeId, number>();
    for (const coding of project.codings.values())
      if (isMade(coding)) byCode.set(coding.codeId, (byCode.get(coding.codeId) ?? 0) + 1);
    return byCode;
  }, [project, made, versions]);
  const codes = tree.codes().filter(({ id }) => counts.has(id));
  const all = codes.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  const next = version ? versions[versions.indexOf(version) - 1] : versions.at(-1);
  const from = version ? formatDay(version.createdAt) : '';
  const until = next ? { until: formatDay(next.createdAt), next: next.name } : null;
  const lead = version
    ? until
      ? t('underFrom', { from, ...until })
      : t('underSince', { from })
    : until && t('underBefore', until);
  return (
    <Dialog
      isOpen
      isDismissable
      size="medium"
      title={version ? t('codingsUnderTitle', { name: version.name }) : t('codingsBeforeTitle')}
      lead={lead}
      onClose={onClose}
      footer={
        <>
          <DialogSpace />
          <Button onPress={onClose}>{common('close')}</Button>
        </>
      }
    >
      <ul className="under-rows" aria-label={t('underCodes')}>
        <li>
          <button type="button" className="under-row" autoFocus onClick={() => onList(null, made)}>
            <span />
            <b>{t('allCodes')}</b>
            <span className="under-count">{formatNumber(all)}</span>
          </button>
        </li>
        {codes.map((code) => (
          <li key={code.id}>
            <button type="button" className="under-row" onClick={() => onList(code.id, made)}>
              <CodeMark {...markOf(code)} />
              <span>{tree.pathOf(code.id)}</span>
              <span className="under-count">{formatNumber(counts.get(code.id) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
