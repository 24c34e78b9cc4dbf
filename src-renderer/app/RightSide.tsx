import { History, List, StickyNote, TextSearch, TextSelect } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Coding } from '#domain/project/records.ts';
import { CodingsList, Inspector, useSession, type CodingsAsked } from '#features/coding/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { HistoryPanel } from '#features/history/index.ts';
import { MemoPanel, MemosHere, type MemoActions } from '#features/memos/index.ts';
import { FoundList } from '#features/search/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { SidePanels, type SidePanelId } from './SidePanels.tsx';
import type { CodeActions } from './use-code-actions.ts';
import type { CodingCommands } from './use-coding-commands.ts';

export interface RightSideProps {
  readonly codes: CodeActions;
  readonly codings: CodingCommands;
  readonly memos: MemoActions;
  readonly shown: SidePanelId;
  readonly onShow: (id: SidePanelId) => void;
  /** What the list of codings is asked for. */
  readonly listed: CodingsAsked;
  readonly onList: (asked: CodingsAsked) => void;
}

/** What is known of what is read, a panel for each way of asking. A new panel goes into this list. */
export function RightSide({ codes, codings, memos, shown, onShow, listed, onList }: RightSideProps): ReactNode {
  const session = useSession();
  const desk = useDesk();
  const { t } = useTranslation('workbench');
  const { t: search } = useTranslation('search');
  const jumpTo = async (coding: Coding): Promise<void> => {
    if (await desk.goTo(coding)) session.choose(coding);
  };
  return (
    <SidePanels
      shown={shown}
      onShow={onShow}
      panels={[
        {
          id: 'passage',
          label: t('passageTab'),
          icon: TextSelect,
          command: 'showPassage',
          content: (
            <Inspector
              onRecode={(coding) => codings.recode([coding])}
              onRemove={codings.remove}
              onSplit={codings.split}
              onMerge={codings.merge}
              onEditCode={(id) => codes.editById(id)}
              onWriteMemo={({ id }) => memos.write({ kind: 'coding', codingId: id })}
              memos={<MemosHere actions={memos} />}
            />
          ),
        },
        {
          id: 'codings',
          label: t('codingsTab'),
          icon: List,
          command: 'showCodings',
          content: (
            <CodingsList
              asked={listed}
              onAsk={onList}
              actions={{
                onJump: (coding) => void jumpTo(coding),
                onRemove: codings.remove,
                onMerge: codings.mergeAll,
                onRecode: (chosen, beside, backTo) => codings.recode(chosen, { beside, backTo }),
              }}
            />
          ),
        },
        { id: 'found', label: search('found'), icon: TextSearch, command: 'showFound', content: <FoundList /> },
        {
          id: 'memos',
          label: t('memosTab'),
          icon: StickyNote,
          command: 'showMemos',
          content: <MemoPanel actions={memos} />,
        },
        { id: 'history', label: t('historyTab'), icon: History, command: 'showHistory', content: <HistoryPanel /> },
      ]}
    />
  );
}
