import { useState, type ReactNode } from 'react';
import type { Code } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { isSingleLine, writtenIn, type PageField } from './page-fields.ts';
import { WritingEditor } from './WritingEditor.tsx';
import { fieldOfCode } from './writings.ts';
import { WrittenText } from './WrittenText.tsx';

export interface PageFieldViewProps {
  readonly code: Code;
  readonly field: PageField;
  /** Stands in for a name where the page shows none. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly isAtHand: boolean;
  /** Where in the text the caret is to be; at its end where nothing is said. In UTF-16 units. */
  readonly onOpen: (caretAt?: number) => void;
  readonly onClose: () => void;
  readonly caretAt: number | undefined;
}

/** A field as one reads it; a click or Enter makes it one to write in, of the same type and in the same place. */
export function PageFieldView({
  code,
  field,
  label,
  isOpen,
  isAtHand,
  onOpen,
  ...editing
}: PageFieldViewProps): ReactNode {
  const text = writtenIn(code, field);
  if (isOpen) return <FieldEditor key={code.id} code={code} field={field} label={label} {...editing} />;
  // A heading is called by its name alone.
  return (
    <WrittenText
      kind={field}
      label={label}
      isLabelSpoken={field !== 'name'}
      hasMentions={!isSingleLine(field)}
      text={text}
      isInTabOrder={isAtHand}
      onOpen={onOpen}
    />
  );
}

function FieldEditor({
  code,
  field,
  label,
  caretAt,
  onClose,
}: Pick<PageFieldViewProps, 'code' | 'field' | 'label' | 'caretAt' | 'onClose'>): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const [writing] = useState(() => fieldOfCode(project, code.id, field));
  return (
    <WritingEditor
      writing={writing}
      kind={field}
      label={t('fieldOf', { field: label, name: code.name })}
      isSingleLine={isSingleLine(field)}
      caretAt={caretAt}
      onClose={onClose}
    />
  );
}
