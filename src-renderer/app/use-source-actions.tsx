import { useState, type ReactNode } from 'react';
import type { Change } from '#domain/history/change.ts';
import { countMemosGone } from '#domain/memos/memos-gone.ts';
import type { Source } from '#domain/project/records.ts';
import { planRemoval, removeSource } from '#features/corpus/index.ts';
import { isOthersWork, sayUndoable, useProject } from '#features/project/index.ts';
import { formatGoing, useTranslation } from '#i18n/index.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';

/** More than this many codings and memos, or others' work, go only after a question. */
const ASK_FROM = 20;

export interface SourceActions {
  readonly renaming: Source | null;
  readonly rename: (source: Source) => void;
  readonly closeRename: () => void;
  readonly remove: (source: Source) => Promise<void>;
  /** The question that is open, if any. */
  readonly dialog: ReactNode;
}

export function useSourceActions(): SourceActions {
  const project = useProject();
  const { t } = useTranslation('corpus');
  const { t: common } = useTranslation('common');
  const [renaming, setRenaming] = useState<Source | null>(null);
  const [asked, setAsked] = useState<{ source: Source; change: Change } | null>(null);

  const doRemove = async (source: Source, change: Change): Promise<void> => {
    setAsked(null);
    await removeSource(project, source, change);
    sayUndoable(project, t('removed', { things: formatGoing({ names: [source.name], ...goingWith(change) }) }));
  };
  const remove = async (source: Source): Promise<void> => {
    const change = await planRemoval(project, source);
    const { codings, memos } = goingWith(change);
    const isAsking = codings + memos > ASK_FROM || isOthersWork(project, change);
    if (isAsking) setAsked({ source, change });
    else await doRemove(source, change);
  };
  return {
    renaming,
    rename: setRenaming,
    closeRename: () => setRenaming(null),
    remove: (source) => remove(source).catch(() => undefined),
    dialog: asked && (
      <ConfirmDialog
        isOpen
        isDangerous
        title={t('removeTitle', { name: asked.source.name })}
        confirmLabel={t('remove')}
        cancelLabel={common('cancel')}
        onConfirm={() => void doRemove(asked.source, asked.change).catch(() => undefined)}
        onCancel={() => setAsked(null)}
      >
        {t('removeTakes', { things: formatGoing(goingWith(asked.change)) })}
      </ConfirmDialog>
    ),
  };
}

function goingWith(change: Change): { codings: number; memos: number } {
  return { codings: change.codings?.removed?.length ?? 0, memos: countMemosGone(change) };
}
