import type { ReactNode } from 'react';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { formatTime, useTranslation } from '#i18n/index.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';

/** Stays until everything is on disk again, or says why nothing can be changed. */
export function SaveProblem(): ReactNode {
  const project = useProject();
  const { t } = useTranslation('workbench');
  const { t: common } = useTranslation('common');
  const state = useProjectValue(({ saveState }) => saveState);
  if (project.isReadOnly) {
    return (
      <Banner tone="warn" title={t('readOnlyTitle')}>
        {t('readOnlyText')}
      </Banner>
    );
  }
  if (state.kind !== 'failed') return null;
  return (
    <Banner
      tone="danger"
      title={t('notSavedTitle', { time: formatTime(state.since) })}
      actions={<Button onPress={() => void project.tryAgain().catch(() => undefined)}>{common('tryAgain')}</Button>}
    >
      {state.isDiskFull ? t('diskFull') : t('cannotWrite')}
    </Banner>
  );
}
