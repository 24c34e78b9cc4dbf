import type { ReactNode } from 'react';
import { formatNumber, useTranslation } from '#i18n/index.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Select } from '#ui/Select.tsx';
import { MOST_QUOTATIONS, type DocumentOptions } from './codebook-document.ts';

const numbers = Array.from({ length: MOST_QUOTATIONS + 1 }, (_, quotations) => quotations);

export interface DocumentChoicesProps {
  readonly options: DocumentOptions;
  readonly onChange: (options: DocumentOptions) => void;
}

/** What of the codebook goes into a document for readers. */
export function DocumentChoices({ options, onChange }: DocumentChoicesProps): ReactNode {
  const { t } = useTranslation('exports');
  return (
    <div className="export-choices">
      <Select
        label={t('quotationsPerCode')}
        options={numbers.map((quotations) => ({ id: String(quotations), label: formatNumber(quotations) }))}
        value={String(options.quotations)}
        onChange={(quotations) => onChange({ ...options, quotations: Number(quotations) })}
      />
      <Checkbox isSelected={options.hasCounts} onChange={(hasCounts) => onChange({ ...options, hasCounts })}>
        {t('withCounts')}
      </Checkbox>
      <Checkbox isSelected={options.hasMemos} onChange={(hasMemos) => onChange({ ...options, hasMemos })}>
        {t('withMemos')}
      </Checkbox>
    </div>
  );
}
