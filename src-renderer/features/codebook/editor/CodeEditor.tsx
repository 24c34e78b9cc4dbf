import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CodeFields } from '#domain/codebook/code-fields.ts';
import { readShortcut } from '#domain/codebook/code-keys.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { afterPaint, useProject } from '#features/project/index.ts';
import { formatDay, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeChooser } from '../chooser/CodeChooser.tsx';
import { createCode, editCode } from '../commands/save-code.ts';
import { InkPicker } from '../InkPicker.tsx';
import { panelOf } from '../panel-state.ts';
import { treeOf } from '../tree-of-project.ts';
import { useParentRefusal } from '../use-parent-refusal.ts';
import { CodeTexts } from './CodeTexts.tsx';
import { fieldsOf, isOtherwise, newFields } from './editor-fields.ts';

const TOP = 'top';
export interface CodeEditorProps {
  /** Null makes a new code. */
  readonly code: Code | null;
  /** Where a new code goes. */
  readonly parentId: CodeId | null;
  readonly initialName?: string;
  readonly onClose: (saved: Code | null) => void;
}

/** Everything that is written about a code, on one page. Saved as one undo step. */
export function CodeEditor({ code, parentId, initialName = '', onClose }: CodeEditorProps): ReactNode {
  const project = useProject();
  const tree = treeOf(project);
  const { t } = useTranslation('codebook');
  const { t: common } = useTranslation('common');
  const [fields, setFields] = useState<CodeFields>(() =>
    code ? fieldsOf(code) : newFields(initialName, project.codes.values(), parentId),
  );
  const [parent, setParent] = useState<CodeId | null>(code ? tree.parentOf(code.id) : parentId);
  const [error, setError] = useState<string | null>(null);
  const [isWarned, setWarned] = useState(false);
  const [first] = useState(fields);
  const itself = useMemo(() => (code ? [code.id] : []), [code]);
  const refuse = useParentRefusal(itself);
  const set = (changes: Partial<CodeFields>): void => {
    setWarned(false);
    setFields((before) => ({ ...before, ...changes }));
  };
  const made = useRef<CodeId | null>(null);
  useEffect(
    () => () => {
      const id = made.current;
      if (id === null) return;
      // One goes on from there: to its sub-code, to its place. What gave the keyboard to the dialog has it back a frame after that has gone.
      requestAnimationFrame(() => {
        panelOf(project).openAbove(treeOf(project), [id]);
        panelOf(project).select(id);
      });
    },
    [project],
  );
  const isWritten = isOtherwise(fields, first);

  const save = useOnce(async () => {
    if (code) {
      const refusal = await editCode(project, code.id, fields, parent);
      if (refusal) setError(problemText(refusal));
      // The page shows the code's colour or name before the time goes into closing.
      else afterPaint(() => onClose(project.codes.get(code.id) ?? null));
      return refusal === null;
    }
    const outcome = await createCode(project, { ...fields, parentId: parent });
    if (outcome.ok) {
      made.current = outcome.value.id;
      onClose(outcome.value);
    } else setError(problemText(outcome.problem));
    return outcome.ok;
  });

  const holder = [...project.codes.values()].find(
    (other) => other.id !== code?.id && other.shortcut === fields.shortcut,
  );
  return (
    <Dialog
      isOpen
      size="medium"
      title={code ? t('editTitle', { name: code.name }) : t('newTitle')}
      // What took an hour to write is not lost by one key.
      isEscapable={!isWritten || isWarned}
      onClose={() => onClose(null)}
      footer={
        <>
          <span className="ui-hint" role="status">
            {isWarned && t('notSaved')}
          </span>
          <DialogSpace />
          <Button onPress={() => onClose(null)}>{common('cancel')}</Button>
          <Button look="solid" onPress={save}>
            {code ? common('save') : common('create')}
          </Button>
        </>
      }
    >
      <form
        className="code-editor"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isWritten || isWarned) return;
          event.stopPropagation();
          setWarned(true);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('name')}
          value={fields.name}
          onChange={(name) => {
            setError(null);
            set({ name });
          }}
          error={error}
          autoFocus
        />
        <div className="code-editor-row">
          <CodeChooser
            label={t('parent')}
            others={[{ id: TOP, label: t('atTop') }]}
            value={parent ?? TOP}
            refuse={refuse}
            onChange={(id) => {
              setError(null);
              setParent(id === TOP ? null : id);
            }}
          />
          <TextField
            label={t('shortcut')}
            placeholder={t('noShortcut')}
            value={fields.shortcut}
            // One key: what is typed takes the place of what was there.
            onChange={(typed) => set({ shortcut: lastOf(typed).toLowerCase() })}
            error={readShortcut(fields.shortcut) === null ? t('shortcutNone') : null}
          />
        </div>
        {holder && fields.shortcut !== '' && <p className="ui-hint">{t('shortcutTaken', { name: holder.name })}</p>}
        <InkPicker color={fields.color} onChange={(color) => set({ color })} />
        <CodeTexts code={code} fields={fields} onChange={set} />
        <Checkbox isSelected={fields.isCodable} onChange={(isCodable) => set({ isCodable })}>
          {t('isCodable')}
        </Checkbox>
        {code && (
          <p className="ui-hint">
            {t('madeBy', { coder: project.coders.get(code.createdBy)?.name ?? '', when: formatDay(code.createdAt) })}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** The last character as a reader sees it; a key pressed after another one replaces it. */
function lastOf(typed: string): string {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(typed.trim());
  return Array.from(graphemes, ({ segment }) => segment).at(-1) ?? '';
}
