import { useState, type ReactNode } from 'react';
import type { CodeFields } from '#domain/codebook/code-fields.ts';
import type { Code } from '#domain/project/records.ts';
import { useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { MentionArea } from '../mentions/MentionArea.tsx';
import { LinkedExample } from './LinkedExample.tsx';

const ALIAS_SEPARATOR = '; ';
const USUAL = ['definition', 'include', 'exclude', 'example'] as const;
/** Shown only where they are written, or asked for; in the order in which they come. */
const SELDOM = ['summary', 'borderline', 'aliases'] as const;

export interface CodeTextsProps {
  /** As it was when the editor opened; null for a new one. */
  readonly code: Code | null;
  readonly fields: CodeFields;
  readonly onChange: (changes: Partial<CodeFields>) => void;
}

/** What is written about a code at length; other codes are named in it by `@`. */
export function CodeTexts({ code, fields, onChange }: CodeTextsProps): ReactNode {
  const { t } = useTranslation('codebook');
  const [isMore, setMore] = useState(false);
  const lacking = SELDOM.filter((field) => (code?.[field]?.length ?? 0) === 0);
  const isShown = (field: (typeof SELDOM)[number]): boolean => isMore || !lacking.includes(field);
  // The button that brings them goes, and the keyboard would with it.
  const hasFocus = (field: (typeof SELDOM)[number]): boolean => isMore && field === lacking[0];
  const area = (field: 'summary' | 'memo' | 'borderline' | (typeof USUAL)[number], rows: number): ReactNode => (
    <MentionArea
      key={field}
      label={t(field)}
      isSerif
      rows={rows}
      value={fields[field] ?? ''}
      onChange={(text) => onChange({ [field]: text })}
      autoFocus={field === 'summary' || field === 'borderline' ? hasFocus(field) : false}
    />
  );
  return (
    <>
      {isShown('summary') && area('summary', 1)}
      {USUAL.map((field) => area(field, field === 'definition' ? 3 : 2))}
      {fields.exampleCodingId && (
        <LinkedExample
          code={code}
          codingId={fields.exampleCodingId}
          onRemove={() => onChange({ exampleCodingId: null })}
        />
      )}
      {isShown('borderline') && area('borderline', 2)}
      {area('memo', 2)}
      {isShown('aliases') && (
        <TextField
          label={t('aliases')}
          hint={t('aliasesHint')}
          value={(fields.aliases ?? []).join(ALIAS_SEPARATOR)}
          // Split at the separator only, so that one can type on; what is empty goes when it is saved.
          onChange={(typed) => onChange({ aliases: typed.split(/;\s?/) })}
          autoFocus={hasFocus('aliases')}
        />
      )}
      {!isMore && lacking.length > 0 && (
        <Button look="quiet" className="code-editor-more" onPress={() => setMore(true)}>
          {t('moreFields')}
        </Button>
      )}
    </>
  );
}
