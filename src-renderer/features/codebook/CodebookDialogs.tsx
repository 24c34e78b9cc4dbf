import type { ReactNode } from 'react';
import { DeleteCodesDialog } from './DeleteCodesDialog.tsx';
import { MergeCodesDialog } from './MergeCodesDialog.tsx';
import { MoveCodesDialog } from './MoveCodesDialog.tsx';
import { MoveCodingsDialog } from './MoveCodingsDialog.tsx';
import { askAboutCodes, useCodebookQuestion } from './questions.ts';
import { SetsDialog } from './SetsDialog.tsx';
import { CodesSpoken } from './spoken.tsx';
import { SplitCodeDialog } from './SplitCodeDialog.tsx';

/** Whatever is asked and said about codes: once in a window. */
export function CodebookDialogs(): ReactNode {
  return (
    <>
      <CodesSpoken />
      <OpenDialog />
    </>
  );
}

function OpenDialog(): ReactNode {
  const question = useCodebookQuestion();
  const close = (): void => askAboutCodes(null);
  switch (question?.kind) {
    case 'merge':
      return <MergeCodesDialog ids={question.ids} survivorId={question.survivorId} onClose={close} />;
    case 'split':
      return <SplitCodeDialog id={question.id} onClose={close} />;
    case 'moveCodings':
      return <MoveCodingsDialog id={question.id} onClose={close} />;
    case 'moveCodes':
      return <MoveCodesDialog ids={question.ids} onClose={close} />;
    case 'delete':
      return <DeleteCodesDialog ids={question.ids} onClose={close} />;
    case 'sets':
      return <SetsDialog setId={question.setId} codeIds={question.codeIds} onClose={close} />;
    default:
      return null;
  }
}
