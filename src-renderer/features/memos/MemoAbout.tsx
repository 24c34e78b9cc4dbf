import { BookMarked, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MemoSubject } from '#domain/project/records.ts';
import { markOf } from '#features/codebook/index.ts';
import { useProjectValue } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { CodeMark } from '#ui/CodeMark.tsx';
import { Icon } from '#ui/Icon.tsx';
import { clip } from './thing-names.ts';

const QUOTE_LENGTH = 160;

/** What a memo is about, as a button that shows it. */
export function MemoAbout({ subject, onShow }: { subject: MemoSubject; onShow: () => void }): ReactNode {
  const { t } = useTranslation('memos');
  const coding = useProjectValue(({ codings }) =>
    subject.kind === 'coding' ? codings.get(subject.codingId) : undefined,
  );
  const code = useProjectValue(({ codes }) => {
    const id = subject.kind === 'code' ? subject.codeId : coding?.codeId;
    return id && codes.get(id);
  });
  const source = useProjectValue(({ sources }) => {
    const id = subject.kind === 'source' || subject.kind === 'passage' ? subject.sourceId : coding?.sourceId;
    return id && sources.get(id);
  });
  const quote = subject.kind === 'passage' ? subject.quote : coding?.quote;
  return (
    <button type="button" className="memo-about" onClick={onShow}>
      <span className="memo-about-name">
        {code ? <CodeMark {...markOf(code)} /> : <Icon of={source ? FileText : BookMarked} size={14} />}
        <span className="visually-hidden">{t(`on.${subject.kind}`)} </span>
        <span className="truncated">{code?.name ?? source?.name ?? t('on.project')}</span>
      </span>
      {quote !== undefined && (
        <span className="memo-about-quote serif" dir="auto">
          {clip(quote, QUOTE_LENGTH)}
        </span>
      )}
    </button>
  );
}
