import type { ReactNode } from 'react';
import { versionOfCoding } from '#domain/codebook/codings-under-version.ts';
import type { Coding } from '#domain/project/records.ts';
import { useTranslation } from '#i18n/index.ts';
import { useVersions } from './use-versions.ts';

/** Under which version of the codebook a coding was made; nothing where no version is older than it. */
export function MadeUnder({ coding }: { coding: Coding }): ReactNode {
  const { t } = useTranslation('codebookVersions');
  const versions = useVersions();
  const version = versions && versionOfCoding(coding, versions);
  if (!version) return null;
  return (
    <>
      <br />
      {t('madeUnder', { name: version.name })}
    </>
  );
}
