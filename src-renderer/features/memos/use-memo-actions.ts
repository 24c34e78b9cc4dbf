import { useCallback, useEffect, useState } from 'react';
import { memosInText, placeOf } from '#domain/memos/memo-list.ts';
import type { LinkTarget } from '#domain/memos/memo-markup.ts';
import { passageSubject } from '#domain/memos/change-memos.ts';
import type { CodeId, Memo, MemoSubject } from '#domain/project/records.ts';
import { useSession } from '#features/coding/index.ts';
import { useCommand } from '#features/commands/index.ts';
import { useDesk } from '#features/desk/index.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { showToast } from '#ui/Toast.tsx';
import { useMemoDesk } from './memo-desk-context.tsx';
import { findThing } from './thing-names.ts';

/** What a person can do with memos from anywhere in the window. */
export interface MemoActions {
  /** Begins a memo; without a subject on what is at hand: the coding, the passage, the source, the project. */
  readonly write: (subject?: MemoSubject) => void;
  /** Lays a memo open for writing. */
  readonly open: (memo: Memo) => void;
  /** Shows a memo and what it is about in the text. */
  readonly goTo: (memo: Memo) => Promise<void>;
  readonly showSubject: (subject: MemoSubject) => Promise<void>;
  readonly follow: (target: LinkTarget) => Promise<void>;
  /** Whether the list is to take the keyboard as soon as it is there. */
  readonly isListWanted: boolean;
  readonly listTaken: () => void;
}

export interface MemoSurroundingsOfWindow {
  /** Shows the panel of memos. */
  readonly onShow: () => void;
  /** Shows the panel in which the code at hand is explained. */
  readonly onShowCode: () => void;
}

export function useMemoActions({ onShow, onShowCode }: MemoSurroundingsOfWindow): MemoActions {
  const project = useProject();
  const session = useSession();
  const desk = useDesk();
  const memoDesk = useMemoDesk();
  const { t } = useTranslation('memos');
  const [isListWanted, setListWanted] = useState(false);
  useEffect(() => {
    memoDesk.showWith(onShow);
  });

  /** What is at hand. A coding that was clicked or stepped to is meant itself, not the words beneath it. */
  const subjectHere = (): MemoSubject => {
    const { view } = session;
    const { selection, chosenId, sourceId } = session.snapshot();
    if (!view || !sourceId) return { kind: 'project' };
    const chosen = chosenId && project.codings.get(chosenId);
    if (chosen) return { kind: 'coding', codingId: chosen.id };
    return selection ? passageSubject(sourceId, view.doc, selection) : { kind: 'source', sourceId };
  };
  const write = (subject: MemoSubject = subjectHere()): void => {
    if (project.isReadOnly) return;
    memoDesk.begin(subject);
    onShow();
  };
  const open = (memo: Memo): void => {
    memoDesk.open(memo);
    onShow();
  };
  const showCode = (id: CodeId): void => {
    session.holdCode(id);
    onShowCode();
  };
  const showSubject = async (subject: MemoSubject): Promise<void> => {
    if (subject.kind === 'code') {
      showCode(subject.codeId);
      return;
    }
    const place = placeOf({ subject }, project.codings);
    if (!place) return;
    const coding = subject.kind === 'coding' ? project.codings.get(subject.codingId) : undefined;
    if (subject.kind === 'source') {
      desk.openSource(subject.sourceId);
      return;
    }
    if ((await desk.goTo(place)) && coding) session.choose(coding);
  };
  const goTo = async (memo: Memo): Promise<void> => {
    // A code is explained in a panel that would take the memo's place.
    if (memo.subject.kind === 'code') session.holdCode(memo.subject.codeId);
    else await showSubject(memo.subject);
    open(memo);
  };
  const follow = async (target: LinkTarget): Promise<void> => {
    const thing = findThing(project, target);
    if (!thing) showToast({ message: t('gone') });
    else if (thing.kind === 'memo') await goTo(thing.memo);
    else if (thing.kind === 'source') desk.openSource(thing.source.id);
    else if (thing.kind === 'code') showCode(thing.code.id);
    else if (await desk.goTo(thing.coding)) session.choose(thing.coding);
  };
  const step = (direction: 1 | -1): void => {
    const { view } = session;
    if (!view) return;
    const listed = memosInText(project.memos.values(), view.sourceId, project.codings);
    const { anchor, focus } = view.caret.state;
    const from = Math.min(anchor, focus);
    const openId = memoDesk.snapshot().open?.id;
    const at = listed.findIndex(({ memo, place }) => memo.id === openId && place.startUtf16 === from);
    const next =
      at >= 0
        ? listed[at + direction]
        : direction === 1
          ? listed.find(({ place }) => place.startUtf16 > from)
          : listed.findLast(({ place }) => place.startUtf16 < from);
    if (!next) {
      showToast({ message: t(listed.length === 0 ? 'noneInText' : direction === 1 ? 'noNext' : 'noPrevious') });
      return;
    }
    memoDesk.open(next.memo, { isFocusing: false });
    onShow();
    void showSubject(next.memo.subject).catch(() => undefined);
  };

  useCommand('newMemo', () => write(), !project.isReadOnly);
  useCommand('newProjectMemo', () => write({ kind: 'project' }), !project.isReadOnly);
  useCommand('nextMemo', () => step(1));
  useCommand('previousMemo', () => step(-1));
  useCommand('showMemos', () => {
    memoDesk.close();
    setListWanted(true);
    onShow();
  });
  return {
    write,
    open,
    goTo: (memo) => goTo(memo).catch(() => undefined),
    showSubject: (subject) => showSubject(subject).catch(() => undefined),
    follow: (target) => follow(target).catch(() => undefined),
    isListWanted,
    listTaken: useCallback(() => setListWanted(false), []),
  };
}
