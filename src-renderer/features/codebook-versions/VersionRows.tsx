import { MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CodebookState } from '#domain/codebook/codebook-versions.ts';
import type { CodebookVersion } from '#domain/project/records.ts';
import { countCodable } from '#features/codebook/index.ts';
import { useProject } from '#features/project/index.ts';
import { formatDay, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { useCodingsUnder } from './use-codings-under.ts';

export interface VersionRowsProps {
  readonly versions: readonly CodebookVersion[];
  readonly now: CodebookState;
  /** The id of the version that is being compared with another state. */
  readonly chosen: string;
  readonly onChoose: (version: CodebookVersion) => void;
  /** Asks for the codings made under a version; null: before there was any. */
  readonly onCodings: (version: CodebookVersion | null) => void;
  readonly onRestore: (version: CodebookVersion) => void;
  readonly onEdit: (version: CodebookVersion) => void;
  readonly onDelete: (version: CodebookVersion) => void;
}

/** Now, and the named versions, the latest first: who named them, when, why, how much they hold and what was coded under them. */
export function VersionRows({ versions, now, chosen, onChoose, onCodings, ...act }: VersionRowsProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const codings = useCodingsUnder(versions);
  const under = (version: CodebookVersion | null): ReactNode => {
    const count = codings?.get(version?.id ?? null) ?? 0;
    return (
      count > 0 && (
        <button type="button" className="quiet-link" onClick={() => onCodings(version)}>
          {t(version ? 'codingsUnder' : 'codingsBefore', { count })}
        </button>
      )
    );
  };
  return (
    <ol className="version-rows" aria-label={t('versions')}>
      <li className="version-row version-now">
        <div>
          <span className="version-name">{t('now')}</span>
          <p className="version-facts">{common('codes', { count: countCodable(now.codes) })}</p>
        </div>
      </li>
      {versions.map((version) => (
        <li key={version.id} className="version-row" data-chosen={version.id === chosen || undefined}>
          <div>
            <button
              type="button"
              className="version-name"
              aria-current={version.id === chosen}
              onClick={() => onChoose(version)}
            >
              {version.name}
            </button>
            <p className="version-facts">
              {t('byWhen', {
                coder: project.coders.get(version.createdBy)?.name ?? project.coderName,
                when: formatDay(version.createdAt),
              })}
            </p>
            <p className="version-facts">
              {common('codes', { count: countCodable(version.codes) })} {under(version)}
            </p>
            {version.note !== '' && (
              <p className="version-note serif" dir="auto">
                {version.note}
              </p>
            )}
          </div>
          <VersionMenu version={version} {...act} />
        </li>
      ))}
      {(codings?.get(null) ?? 0) > 0 && <li className="version-facts version-before">{under(null)}</li>}
    </ol>
  );
}

type VersionMenuProps = Pick<VersionRowsProps, 'onRestore' | 'onEdit' | 'onDelete'> & {
  readonly version: CodebookVersion;
};

function VersionMenu({ version, onRestore, onEdit, onDelete }: VersionMenuProps): ReactNode {
  const { isReadOnly } = useProject();
  const { t } = useTranslation('codebookVersions');
  const { t: common } = useTranslation('common');
  const label = t('menu', { name: version.name });
  return (
    <MenuButton
      label={label}
      placement="bottom end"
      button={<IconButton icon={MoreHorizontal} size="small" label={label} isDisabled={isReadOnly} />}
    >
      <MenuItem onAction={() => onRestore(version)}>{t('restoreMenu')}</MenuItem>
      <MenuItem onAction={() => onEdit(version)}>{t('editMenu')}</MenuItem>
      <MenuSeparator />
      <MenuItem isDangerous onAction={() => onDelete(version)}>
        {common('delete')}
      </MenuItem>
    </MenuButton>
  );
}
