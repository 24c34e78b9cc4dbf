import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CodebookProblem } from '#domain/codebook/refusal.ts';
import { problemText } from '#bridge/problem-text.ts';
import { MentionList, useMentionChoice } from '#features/codebook/index.ts';
import { afterPaint, saveBeforeClosing, useProject, useProjectListener } from '#features/project/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { FieldWriter } from './commands/write-field.ts';
import type { Writing } from './writings.ts';

export interface WritingEditorProps {
  /** Must stay the same. */
  readonly writing: Writing;
  /** For its looks: `codebook-<kind>`. */
  readonly kind: string;
  readonly label: string;
  /** Enter ends it then, and no codes are named in it. */
  readonly isSingleLine: boolean;
  /** In UTF-16 units; at the end where nothing is said. */
  readonly caretAt: number | undefined;
  readonly onClose: () => void;
}

/** A text of the page while it is being written, in the type and the place in which it is read. */
export function WritingEditor({ writing, kind, label, isSingleLine, caretAt, onClose }: WritingEditorProps): ReactNode {
  const project = useProject();
  const [draft, setDraft] = useState(() => writing.read(project) ?? '');
  const [problem, setProblem] = useState<CodebookProblem | null>(null);
  // Said when it is typed: once it is saved the other code has nothing left to lose.
  const [notice, setNotice] = useState<string | null>(null);
  const problemId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [writer] = useState(() => new FieldWriter(project, writing, setProblem));
  const mentions = useMentionChoice(isSingleLine ? null : draft);
  useEffect(() => {
    const stopSaving = saveBeforeClosing({ hasUnsaved: () => writer.hasUnsaved, save: () => writer.flush() });
    return () => {
      stopSaving();
      void writer.flush();
    };
  }, [writer]);
  useProjectListener((change) => {
    const now = change?.codes || change?.project ? writing.read(project) : null;
    if (now === null || writer.isOurs(now)) return;
    writer.adopt(now);
    setDraft(now);
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
    if (event.nativeEvent.isComposing || mentions.onKeyDown(event)) return;
    const isEnding = event.key === 'Enter' && (isSingleLine || event.ctrlKey || event.metaKey);
    // Keys in a field are the field's: arrows do not go to the next code.
    if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') event.stopPropagation();
    if (event.key !== 'Escape' && !isEnding) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget
      .closest<HTMLElement>('.codebook-entry, .codebook-title, .codebook-nothing')
      ?.focus({ preventScroll: true });
  };
  return (
    <div className={`codebook-field codebook-${kind}`} data-writing>
      <textarea
        ref={area}
        className="codebook-words"
        rows={1}
        dir="auto"
        aria-label={label}
        aria-invalid={problem !== null}
        {...(problem && { 'aria-describedby': problemId })}
        {...mentions.ariaProps}
        value={draft}
        onChange={({ target }) => {
          const text = isSingleLine ? target.value.replaceAll('\n', ' ') : target.value;
          setDraft(text);
          setNotice(writing.notice?.(project, text) ?? null);
          mentions.onTyped(target);
          writer.changed(text);
        }}
        onSelect={({ currentTarget }) => mentions.onCaret(currentTarget)}
        onBlur={() => void leave()}
        onKeyDown={onKeyDown}
      />
      {mentions.open && <MentionList choice={mentions.open} />}
      {!problem && notice !== null && (
        <p className="ui-hint codebook-problem" role="status">
          {notice}
        </p>
      )}
      {problem && (
        <p id={problemId} className="ui-error codebook-problem" role="alert">
          {problemText(problem)}
        </p>
      )}
    </div>
  );
}
