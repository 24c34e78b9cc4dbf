import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MadeWhen } from '#domain/codebook/codings-under-version.ts';
import { formatDay, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MenuButton, MenuItem, MenuSection } from '#ui/Menu.tsx';
import { useVersions } from './use-versions.ts';

const WHENEVER = 'whenever';
const BEFORE_ALL = 'beforeAll';

export interface MadeMenuProps {
  readonly made: MadeWhen | null;
  readonly onChoose: (made: MadeWhen | null) => void;
}

/** Asks under which version of the codebook codings shall have been made; nothing while there is none. */
export function MadeMenu({ made, onChoose }: MadeMenuProps): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const versions = useVersions();
  if (!versions || versions.length === 0) return null;
  const choose = ([id = WHENEVER]: string[]): void => {
    const version = versions.find((each) => each.id === id);
    if (version) onChoose({ kind: 'under', versionId: version.id });
    else onChoose(id === BEFORE_ALL ? { kind: 'under', versionId: null } : null);
  };
  const chosen = made === null ? [WHENEVER] : made.kind === 'before' ? [] : [made.versionId ?? BEFORE_ALL];
  return (
    <MenuButton
      label={t('madeWhen')}
      placement="bottom end"
      button={<IconButton icon={History} size="small" label={t('madeWhen')} isOn={made !== null} />}
    >
      <MenuSection title={t('madeWhen')} checked={{ ids: chosen, isMultiple: false, onChange: choose }}>
        <MenuItem id={WHENEVER}>{t('whenever')}</MenuItem>
        {versions.map(({ id, name }, index) => (
          <MenuItem key={id} id={id} textValue={name}>
            {t(index === 0 ? 'sinceThe' : 'madeUnder', { name })}
          </MenuItem>
        ))}
        <MenuItem id={BEFORE_ALL}>{t('beforeAll')}</MenuItem>
      </MenuSection>
    </MenuButton>
  );
}

/** When codings were made, in words. */
export function MadeText({ made }: { made: MadeWhen }): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const versions = useVersions();
  if (made.kind === 'before') return t('madeBefore', { when: formatDay(made.time) });
  if (made.versionId === null) return t('beforeAll');
  const version = versions?.find(({ id }) => id === made.versionId);
  if (!version) return versions && t('versionGone');
  return t(version === versions?.[0] ? 'sinceThe' : 'madeUnder', { name: version.name });
}
