import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Code, CodingId } from '#domain/project/records.ts';
import { useProject } from '#features/project/index.ts';
import { useTranslation } from '#i18n/index.ts';
import { IconButton } from '#ui/IconButton.tsx';

const QUOTE_LENGTH = 240;

export interface LinkedExampleProps {
  readonly code: Code | null;
  readonly codingId: CodingId;
  readonly onRemove: () => void;
}

/** The passage that stands for the code, as long as it has it: handing it to another code leaves the link for undo to find. */
export function LinkedExample({ code, codingId, onRemove }: LinkedExampleProps): ReactNode {
  const project = useProject();
  const { t } = useTranslation('codebook');
  const linked = project.codings.get(codingId);
  const coding = linked && linked.codeId === code?.id ? linked : null;
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
