import { ArrowLeft, Trash2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { MemoFields } from '#domain/memos/change-memos.ts';
import { titleOf } from '#domain/memos/memo-list.ts';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import { memoTypes, type Memo } from '#domain/project/records.ts';
import { useSession } from '#features/coding/index.ts';
import { useKeyOf } from '#features/commands/index.ts';
import {
  saveBeforeClosing,
  sayUndoable,
  useProject,
  useProjectListener,
  useProjectValue,
} from '#features/project/index.ts';
import { formatMoment, useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { OpenMemo } from './memo-desk.ts';
import { useMemoDesk } from './memo-desk-context.tsx';
import { MemoField, type MemoFieldHandle } from './MemoField.tsx';
import { MemoWriter } from './memo-writer.ts';
import { MemoAbout } from './MemoAbout.tsx';

export interface MemoEditorProps {
  readonly open: OpenMemo;
  readonly onFollow: (target: LinkTarget) => void;
  readonly onShowSubject: (open: OpenMemo) => void;
  readonly onBack: () => void;
}

/** One memo, saved while it is written. */
export function MemoEditor({ open, onFollow, onShowSubject, onBack }: MemoEditorProps): ReactNode {
  const project = useProject();
  const session = useSession();
  const desk = useMemoDesk();
  const { t } = useTranslation('memos');
  const stored = useProjectValue(({ memos }) => memos.get(open.id));
  const [head, setHead] = useState<Pick<Memo, 'title' | 'type'>>({
    title: stored?.title ?? '',
    type: stored?.type ?? 'note',
  });
  const field = useRef<MemoFieldHandle>(null);
  const [initialBody] = useState(stored?.body ?? '');
  const written = useRef<MemoFields>({ ...head, body: initialBody });
  const writer = useWriter(open, () => written.current);
  const isReadOnly = project.isReadOnly;

  const write = (changes: Partial<MemoFields>): void => {
    written.current = { ...written.current, ...changes };
    writer.changed();
  };
  useProjectListener((change) => {
    const changed = change?.memos?.updated?.find(([, { id }]) => id === open.id)?.[1];
    if (!changed || writer.isOurs(changed)) return;
    writer.adopt(changed);
    written.current = { title: changed.title, type: changed.type, body: changed.body };
    setHead({ title: changed.title, type: changed.type });
    field.current?.load(changed.body);
  });
  const focus = useEffectEvent(() => {
    if (desk.takeFocus()) field.current?.focus();
  });
  const { focus: asked } = open;
  useEffect(() => {
    if (asked > 0) focus();
  }, [asked]);

  const remove = async (): Promise<void> => {
    await writer.flush();
    const memo = project.memos.get(open.id);
    onBack();
    if (!memo) return;
    const name = titleOf(memo) || t('untitled');
    await desk.remove(memo, name);
    sayUndoable(project, t('removed', { name }));
  };
  const author = project.coders.get(stored?.createdBy ?? project.coderId)?.name ?? project.coderName;
  return (
    <section className="panel memo-editor" aria-label={t('memo')}>
      <header className="panel-header">
        <IconButton icon={ArrowLeft} size="small" label={t('back')} shortcut={useKeyOf('showMemos')} onPress={onBack} />
        <span className="space" />
        {!isReadOnly && (
          <IconButton
            icon={Trash2}
            size="small"
            label={t('remove')}
            onPress={() => void remove().catch(() => undefined)}
          />
        )}
      </header>
      <MemoAbout subject={open.subject} onShow={() => onShowSubject(open)} />
      <div className="memo-head">
        <TextField
          label={t('title')}
          isLabelHidden
          placeholder={t('title')}
          value={head.title}
          isReadOnly={isReadOnly}
          onChange={(title) => {
            setHead({ ...head, title });
            write({ title });
          }}
          onEnter={() => field.current?.focus()}
        />
      </div>
      <MemoField
        ref={field}
        memoId={open.id}
        body={initialBody}
        isReadOnly={isReadOnly}
        beside={
          <Select
            label={t('type')}
            isLabelHidden
            isDisabled={isReadOnly}
            options={memoTypes.map((type) => ({ id: type, label: t(`types.${type}`) }))}
            value={head.type}
            onChange={(type) => {
              setHead({ ...head, type });
              write({ type });
            }}
          />
        }
        onChange={() => write({ body: field.current?.markup() ?? written.current.body })}
        onFollow={onFollow}
        onEscape={() => session.view?.focus()}
      />
      <p className="memo-foot">
        {stored ? t('by', { author, time: formatMoment(stored.modifiedAt) }) : t('byNew', { author })}
      </p>
    </section>
  );
}

/** Saves what is written: when the keys rest, when another memo is opened, when the window is left or closed. */
function useWriter(open: OpenMemo, read: () => MemoFields): MemoWriter {
  const project = useProject();
  const desk = useMemoDesk();
  const [writer] = useState(() => new MemoWriter(project, open, read));
  const { id } = open;
  useEffect(() => {
    const flush = (): void => void writer.flush();
    const stopSaving = saveBeforeClosing({ hasUnsaved: () => writer.hasUnsaved, save: () => writer.flush() });
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('blur', flush);
      void writer
        .flush()
        .then(() => desk.tidy(id))
        .catch(() => undefined)
        .finally(stopSaving);
    };
  }, [writer, desk, id]);
  return writer;
}
