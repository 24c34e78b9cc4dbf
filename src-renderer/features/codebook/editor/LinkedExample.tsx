import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CodingId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';

const QUOTE_LENGTH = 240;

/** The passage that stands for the code. */
export function LinkedExample({ codingId, onRemove }: { codingId: CodingId; onRemove: () => void }): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  const coding = project.codings.get(codingId);
  return (
    <div className="code-editor-example">
      <blockquote className="serif" dir="auto">
        {coding ? clip(coding.quote) : t('exampleGone')}
      </blockquote>
      {coding && <span className="ui-hint">{project.sources.get(coding.sourceId)?.name}</span>}
      <IconButton icon={X} size="small" label={t('noTypicalExample')} onPress={onRemove} />
    </div>
  );
}

function clip(quote: string): string {
  return quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH).trimEnd()} …` : quote;
}
