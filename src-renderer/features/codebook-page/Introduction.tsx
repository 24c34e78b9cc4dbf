import { useState, type ReactNode } from 'react';
import { useProject, useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { WritingEditor } from './WritingEditor.tsx';
import { introduction } from './writings.ts';
import { WrittenText } from './WrittenText.tsx';

/** What stands before the codes: how to code with them. Where there is none, it can be begun. */
export function Introduction(): ReactNode {
  const { isReadOnly } = useProject();
  const text = useProjectValue((project) => introduction.read(project) ?? '');
  const { t } = useTranslation('codebookPage');
  const [opened, setOpened] = useState<{ readonly caretAt: number | undefined } | null>(null);
  if (opened) {
    return (
      <WritingEditor
        writing={introduction}
        kind="introduction"
        label={t('introduction')}
        isSingleLine={false}
        caretAt={opened.caretAt}
        onClose={() => setOpened(null)}
      />
    );
  }
  if (text !== '') {
    return (
      <WrittenText
        kind="introduction"
        label={t('introduction')}
        isLabelSpoken
        hasMentions
        text={text}
        isInTabOrder
        onOpen={(caretAt) => setOpened({ caretAt })}
      />
    );
  }
  if (isReadOnly) return null;
  return (
    <button type="button" className="codebook-offer" onClick={() => setOpened({ caretAt: undefined })}>
      {t('addIntroduction')}
    </button>
  );
}
