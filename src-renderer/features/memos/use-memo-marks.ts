import { useEffect, useEffectEvent } from 'react';
import { memosInText, titleOf } from '#domain/memos/memo-list.ts';
import type { MemoId } from '#domain/project/records.ts';
import { afterPaint, useProject } from '#features/project/index.ts';
import type { ReaderView } from '#features/reader/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { useMemoDesk } from './memo-desk-context.tsx';

/**
 * Keeps a mark in the margin of a text for each memo on its words: on passages and on codings.
 * @returns what is to be done when a mark is chosen
 */
export function useMemoMarks(view: ReaderView | null): (id: string) => void {
  const project = useProject();
  const desk = useMemoDesk();
  const { t } = useTranslation('memos');
  const show = useEffectEvent((shown: ReaderView) => {
    const listed = memosInText(project.memos.values(), shown.sourceId, project.codings);
    const marks = listed.map(({ memo, place: { startUtf16, endUtf16 } }) => {
      const label = t('mark', { type: t(`types.${memo.type}`), title: titleOf(memo) || t('untitled') });
      return { id: memo.id, startUtf16, endUtf16, label };
    });
    shown.showMarks(marks);
  });
  useEffect(() => {
    if (!view) return undefined;
    let isGone = false;
    const draw = (): void => {
      if (!isGone) show(view);
    };
    draw();
    const unsubscribe = project.subscribe((change) => {
      // After the coding that was just given has been painted.
      if (change?.memos || change?.codings?.removed || change?.codings?.updated) afterPaint(draw);
    });
    return () => {
      isGone = true;
      unsubscribe();
    };
  }, [project, view]);
  return (id) => {
    const listed = view ? memosInText(project.memos.values(), view.sourceId, project.codings) : [];
    const chosen = listed.find(({ memo }) => memo.id === (id as MemoId));
    if (!view || !chosen) return;
    view.show(chosen.place);
    desk.open(chosen.memo, { isFocusing: false });
    desk.show();
  };
}
