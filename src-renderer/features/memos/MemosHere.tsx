import { Plus, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { latestFirst, memosInText, titleOf } from '#domain/memos/memo-list.ts';
import type { Memo } from '#domain/project/records.ts';
import { useSessionState } from '#features/coding/index.ts';
import { CommandButton } from '#features/commands/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { Icon } from '#ui/Icon.tsx';
import { useMemoVersion } from './memo-desk-context.tsx';
import type { MemoActions } from './use-memo-actions.ts';
import './memos.css';

/** For the inspector: the memos on the passage, its codings and the code at hand, a line each. */
export function MemosHere({ actions }: { actions: MemoActions }): ReactNode {
  const { t } = useTranslation('memos');
  const memos = useMemosHere();
  return (
    <section className="inspector-section memos-here" aria-label={t('here')}>
      <h3 className="inspector-code">
        <span>{t('memos')}</span>
        {memos.length > 0 && <span className="count">{memos.length}</span>}
        <CommandButton command="newMemo" icon={Plus} size="small" />
      </h3>
      <ul>
        {memos.map((memo) => (
          <li key={memo.id}>
            <button type="button" className="memo-line" onClick={() => actions.open(memo)}>
              <Icon of={StickyNote} size={14} />
              <span className="truncated" dir="auto">
                {titleOf(memo) || t('untitled')}
              </span>
              <span className="memo-line-on">{t(`kinds.${memo.subject.kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useMemosHere(): Memo[] {
  const project = useProject();
  useMemoVersion();
  const sourceId = useSessionState((state) => state.sourceId);
  const selection = useSessionState((state) => state.selection);
  const caret = useSessionState((state) => state.caret);
  const codings = useSessionState((state) => state.codingsHere);
  const held = useSessionState((state) => state.codeAtHand);
  const codeId = held ?? codings[0]?.codeId;
  if (!sourceId) return [];
  const [start, end] = selection ? [selection.startUtf16, selection.endUtf16] : [caret, caret + 1];
  const inText = memosInText(project.memos.values(), sourceId, project.codings)
    .filter(({ place }) => place.startUtf16 < end && place.endUtf16 > start)
    .map(({ memo }) => memo);
  const onCode = latestFirst(project.memos.values()).filter(
    ({ subject }) => subject.kind === 'code' && subject.codeId === codeId,
  );
  return [...inText, ...onCode];
}
