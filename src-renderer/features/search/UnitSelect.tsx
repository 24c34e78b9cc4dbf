import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/index.ts';
import { Select } from '#ui/Select.tsx';
import { useSearch, useSearchState } from './search-context.tsx';

/** What is taken at a place found: the words, or what they stand in. */
export function UnitSelect({ isLabelHidden = false }: { isLabelHidden?: boolean }): ReactNode {
  const { t } = useTranslation('search');
  const search = useSearch();
  const unit = useSearchState((state) => state.unit);
  return (
    <Select
      label={t('takes')}
      isLabelHidden={isLabelHidden}
      options={[
        { id: 'words', label: t('takesWords') },
        { id: 'sentence', label: t('takesSentence') },
        { id: 'paragraph', label: t('takesParagraph') },
      ]}
      value={unit}
      onChange={(chosen) => search.selectBy(chosen)}
    />
  );
}
