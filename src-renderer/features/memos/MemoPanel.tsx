import type { ReactNode } from 'react';
import { MemoEditor } from './MemoEditor.tsx';
import { MemoList } from './MemoList.tsx';
import { useMemoDesk, useMemoDeskState } from './memo-desk-context.tsx';
import type { MemoActions } from './use-memo-actions.ts';
import './memos.css';

/** The memos beside the text: the list, or the one that lies open in its place, with a way back. */
export function MemoPanel({ actions }: { actions: MemoActions }): ReactNode {
  const desk = useMemoDesk();
  const open = useMemoDeskState((state) => state.open);
  if (!open) return <MemoList actions={actions} />;
  return (
    <MemoEditor
      key={open.id}
      open={open}
      onFollow={(target) => void actions.follow(target)}
      onShowSubject={({ subject }) => void actions.showSubject(subject)}
      onBack={() => desk.close()}
    />
  );
}
