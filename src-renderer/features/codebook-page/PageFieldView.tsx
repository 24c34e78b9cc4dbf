import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { CodebookProblem } from '#domain/codebook/refusal.ts';
import type { Code } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { afterPaint, saveBeforeClosing, useProject, useProjectListener } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { FieldWriter } from './commands/write-field.ts';
import { isSingleLine, writtenIn, type PageField } from './page-fields.ts';

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
export function PageFieldView(props: PageFieldViewProps): ReactNode {
  const { code, field, label, isOpen, isAtHand, onOpen } = props;
  const { isReadOnly } = useProject();
  const text = writtenIn(code, field);
  if (isOpen) return <FieldEditor key={code.id} {...props} />;
  if (text === '') return null;
  const content = (
    <>
      {/* A heading is called by its name alone. */}
      {field !== 'name' && <span className="visually-hidden">{label}: </span>}
      <bdi className="codebook-words">{text}</bdi>
    </>
  );
  if (isReadOnly) return <div className={`codebook-field codebook-${field}`}>{content}</div>;
  return (
    <div
      className={`codebook-field codebook-${field}`}
      role="button"
      tabIndex={isAtHand ? 0 : -1}
      data-field={field}
      dir="auto"
      onClick={(event) => {
        // Whoever marks words to copy them does not want to write.
        if (getSelection()?.isCollapsed !== false) onOpen(caretUnder(event));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'F2' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onOpen();
      }}
    >
      {content}
    </div>
  );
}

function FieldEditor({ code, field, label, onClose, caretAt }: PageFieldViewProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebookPage');
  const [draft, setDraft] = useState(writtenIn(code, field));
  const [problem, setProblem] = useState<CodebookProblem | null>(null);
  const problemId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [writer] = useState(() => new FieldWriter(project, { codeId: code.id, field }, setProblem));
  useEffect(() => {
    const stopSaving = saveBeforeClosing({ hasUnsaved: () => writer.hasUnsaved, save: () => writer.flush() });
    return () => {
      stopSaving();
      void writer.flush();
    };
  }, [writer]);
  useProjectListener((change) => {
    const now = change?.codes && project.codes.get(code.id);
    if (!now || writer.isOurs(writtenIn(now, field))) return;
    writer.adopt(writtenIn(now, field));
    setDraft(writtenIn(now, field));
  });
  useEffect(() => {
    const element = area.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(caretAt ?? element.value.length, caretAt ?? element.value.length);
    element?.scrollIntoView({ block: 'nearest' });
  }, [caretAt]);
  // What is read instead must have been saved and rendered by then, or the old words would be seen for a moment.
  const leave = async (): Promise<void> => {
    await writer.flush();
    afterPaint(onClose);
    if (writer.problem) showToast({ message: problemText(writer.problem) });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const isEnding = event.key === 'Enter' && (isSingleLine(field) || event.ctrlKey || event.metaKey);
    if (event.nativeEvent.isComposing) return;
    // Keys in a field are the field's: arrows do not go to the next code.
    if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') event.stopPropagation();
    if (event.key !== 'Escape' && !isEnding) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.closest<HTMLElement>('.codebook-entry')?.focus({ preventScroll: true });
  };
  return (
    <div className={`codebook-field codebook-${field}`} data-writing>
      <textarea
        ref={area}
        className="codebook-words"
        rows={1}
        dir="auto"
        aria-label={t('fieldOf', { field: label, name: code.name })}
        aria-invalid={problem !== null}
        {...(problem && { 'aria-describedby': problemId })}
        value={draft}
        onChange={({ target }) => {
          const text = isSingleLine(field) ? target.value.replaceAll('\n', ' ') : target.value;
          setDraft(text);
          writer.changed(text);
        }}
        onBlur={() => void leave()}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <p id={problemId} className="ui-error codebook-problem" role="alert">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}

/** Where in the words the pointer is; undefined beside them. */
function caretUnder({ clientX, clientY, currentTarget }: MouseEvent): number | undefined {
  const place = document.caretPositionFromPoint(clientX, clientY);
  const words = currentTarget.querySelector('.codebook-words');
  return place && words?.contains(place.offsetNode) ? place.offset : undefined;
}
