import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CodeFields } from '#domain/codebook/code-fields.ts';
import { readShortcut } from '#domain/codebook/code-keys.ts';
import { nextInk } from '#domain/codebook/inks.ts';
import type { Code, CodeId, CodingId } from '#domain/project/records.ts';
import { problemText } from '#bridge/problem-text.ts';
import { afterPaint, useProject } from '#features/project/index.ts';
import { formatDay, useTranslation } from '#i18n/index.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog, DialogSpace } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextArea, TextField } from '#ui/TextField.tsx';
import { useOnce } from '#ui/use-once.ts';
import { CodeChooser } from './chooser/CodeChooser.tsx';
import { createCode, editCode } from './commands/save-code.ts';
import { InkPicker } from './InkPicker.tsx';
import { panelOf } from './panel-state.ts';
import { treeOf } from './tree-of-project.ts';
import { useParentRefusal } from './use-parent-refusal.ts';

const TOP = 'top';
const ALIAS_SEPARATOR = '; ';
const QUOTE_LENGTH = 240;
/** What is written at length, and is missed when it is gone. */
const texts = ['definition', 'include', 'exclude', 'example', 'memo', 'summary', 'borderline', 'aliases'] as const;

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
    fieldsOf(code, initialName, freshColor(project.codes.values(), parentId)),
  );
  const [parent, setParent] = useState<CodeId | null>(code ? tree.parentOf(code.id) : parentId);
  const [error, setError] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const [first] = useState(fields);
  const more = useRef<HTMLInputElement>(null);
  const isShown = (...written: readonly (string | readonly string[] | undefined)[]): boolean =>
    isMore || written.some((text) => text !== undefined && text.length > 0);
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
  const isWritten = texts.some((text) => String(fields[text] ?? '') !== String(first[text] ?? ''));
  useEffect(() => {
    // The button that brought them is gone, and the keyboard would be with it.
    if (isMore) more.current?.focus();
  }, [isMore]);

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
        {isShown(code?.summary) && (
          <TextField
            label={t('summary')}
            value={fields.summary ?? ''}
            onChange={(summary) => set({ summary })}
            inputRef={more}
          />
        )}
        <TextArea
          label={t('definition')}
          isSerif
          value={fields.definition}
          onChange={(definition) => set({ definition })}
        />
        <TextArea
          label={t('include')}
          isSerif
          rows={2}
          value={fields.include}
          onChange={(include) => set({ include })}
        />
        <TextArea
          label={t('exclude')}
          isSerif
          rows={2}
          value={fields.exclude}
          onChange={(exclude) => set({ exclude })}
        />
        <TextArea
          label={t('example')}
          isSerif
          rows={2}
          value={fields.example}
          onChange={(example) => set({ example })}
        />
        {fields.exampleCodingId && (
          <LinkedExample codingId={fields.exampleCodingId} onRemove={() => set({ exampleCodingId: null })} />
        )}
        {isShown(code?.borderline) && (
          <TextArea
            label={t('borderline')}
            isSerif
            rows={2}
            value={fields.borderline ?? ''}
            onChange={(borderline) => set({ borderline })}
          />
        )}
        <TextArea label={t('memo')} isSerif rows={2} value={fields.memo} onChange={(memo) => set({ memo })} />
        {isShown(code?.aliases) && (
          <TextField
            label={t('aliases')}
            hint={t('aliasesHint')}
            value={(fields.aliases ?? []).join(ALIAS_SEPARATOR)}
            // Split at the separator only, so that one can type on; what is empty goes when it is saved.
            onChange={(typed) => set({ aliases: typed.split(/;\s?/) })}
          />
        )}
        {!isMore && !(code?.summary && code.borderline && code.aliases) && (
          <Button look="quiet" className="code-editor-more" onPress={() => setMore(true)}>
            {t('moreFields')}
          </Button>
        )}
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

/** The passage that stands for the code. */
function LinkedExample({ codingId, onRemove }: { codingId: CodingId; onRemove: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  const coding = project.codings.get(codingId);
  return (
    <div className="code-editor-example">
      <blockquote className="serif" dir="auto">
        {coding ? clip(coding.quote) : t('exampleGone')}
      </blockquote>
      {coding && <span className="ui-hint">{project.sources.get(coding.sourceId)?.name}</span>}
      <IconButton icon={X} size="small" label={t('noTypicalExample')} onPress={onRemove} />
    </div>
  );
}

function clip(quote: string): string {
  return quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH).trimEnd()} …` : quote;
}

/** The last character as a reader sees it; a key pressed after another one replaces it. */
function lastOf(typed: string): string {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(typed.trim());
  return Array.from(graphemes, ({ segment }) => segment).at(-1) ?? '';
}

function fieldsOf(code: Code | null, name: string, color: string): CodeFields {
  if (code) {
    const { definition, include, exclude, example, memo, shortcut, isCodable } = code;
    const { summary = '', borderline = '', exampleCodingId = null, aliases = [] } = code;
    const seldom = { summary, borderline, exampleCodingId, aliases };
    return {
      name: code.name,
      color: code.color,
      definition,
      include,
      exclude,
      example,
      memo,
      shortcut,
      isCodable,
      ...seldom,
    };
  }
  return {
    name,
    color,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    memo: '',
    shortcut: '',
    isCodable: true,
  };
}

function freshColor(codes: Iterable<Code>, parentId: CodeId | null): string {
  const all = [...codes];
  const siblings = all.filter((code) => code.parentId === parentId);
  return nextInk(
    all.map(({ color }) => color),
    siblings.map(({ color }) => color),
  );
}
