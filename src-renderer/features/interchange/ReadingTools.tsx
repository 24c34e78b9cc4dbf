import type { ReactNode } from 'react';
import { encodingName } from '#bridge/encoding-name.ts';
import {
  codebookTextKinds,
  type CodebookTextKind,
} from '#domain/interchange/codebook-files/recognise-codebook-text.ts';
import { existingPolicies, type ExistingPolicy } from '#domain/interchange/import-codebook.ts';
import { isMarkup } from '#domain/interchange/codebook-files/xml-element.ts';
import { useTranslation } from '#i18n/index.ts';
import { Select } from '#ui/Select.tsx';
import { delimiters } from '#workers/csv-table.ts';
import type { CodebookContent } from './codebook-content.ts';
import type { CodebookReading, ReadingChoices } from './codebook-reading.ts';

export interface ReadingToolsProps {
  content: CodebookContent;
  reading: CodebookReading | null;
  choices: ReadingChoices;
  onChoose: (choices: ReadingChoices) => void;
  /** Null where there are no codes yet. */
  policy: ExistingPolicy | null;
  onPolicy: (policy: ExistingPolicy) => void;
}

const names = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** As what a file was taken, and the ways to take it otherwise. */
export function ReadingTools(props: ReadingToolsProps): ReactNode {
  const { content, reading, choices, onChoose, policy, onPolicy } = props;
  const { t } = useTranslation('interchange');
  const kind = choices.kind ?? reading?.kind ?? null;
  const nameOf = (each: CodebookTextKind): string => {
    if (each !== 'table') return t(`kind_${each}`);
    return t(`kind_${(reading?.kind === 'table' && reading.layout) || 'foreign'}`);
  };
  return (
    <div className="reading-tools">
      {kind !== null && (
        <Select
          label={t('readAs')}
          options={kindsOf(content).map((id) => ({ id, label: nameOf(id) }))}
          value={kind}
          // Columns and delimiter were said of another kind.
          onChange={(chosen) =>
            onChoose({ kind: chosen, ...(choices.sheet !== undefined && { sheet: choices.sheet }) })
          }
        />
      )}
      {reading?.delimiter && (
        <Select
          label={t('delimiter')}
          options={delimiters.map((id) => ({ id, label: t(`delimiter_${names[id]}`) }))}
          value={reading.delimiter}
          onChange={(delimiter) => onChoose({ ...(choices.kind && { kind: choices.kind }), delimiter })}
        />
      )}
      {content.kind === 'workbook' && content.sheets.length > 1 && reading && (
        <Select
          label={t('sheet')}
          options={content.sheets.map(({ name }, at) => ({ id: String(at), label: name }))}
          value={String(reading.sheet)}
          onChange={(at) => onChoose({ sheet: Number(at) })}
        />
      )}
      {policy !== null && (
        <Select
          label={t('existing')}
          options={existingPolicies.map((id) => ({ id, label: t(`policy_${id}`) }))}
          value={policy}
          onChange={onPolicy}
        />
      )}
      {content.kind === 'text' && (
        <p className="reading-encoding">{t('encoding', { encoding: encodingName(content.encoding) })}</p>
      )}
    </div>
  );
}

/** Markup is nothing else, and a workbook has cells. */
function kindsOf(content: CodebookContent): readonly CodebookTextKind[] {
  if (content.kind === 'workbook') return ['table', 'maxqda', 'qualcoder-csv', 'outline'];
  return isMarkup(content.text) ? ['xml'] : codebookTextKinds.filter((kind) => kind !== 'xml');
}
