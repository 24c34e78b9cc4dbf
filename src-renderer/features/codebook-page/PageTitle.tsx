import type { ReactNode, Ref } from 'react';
import type { CodeTree } from '#domain/codebook/code-tree.ts';
import { codebookSubtitle } from '#features/codebook/index.ts';
import { useTranslation } from '#i18n/index.ts';
import type { CodebookFacts } from './codebook-facts.ts';
import { Introduction } from './Introduction.tsx';

export interface PageTitleProps {
  readonly tree: CodeTree;
  readonly facts: CodebookFacts | null;
  readonly ref: Ref<HTMLElement>;
}

export function PageTitle({ tree, facts, ref }: PageTitleProps): ReactNode {
  const { t } = useTranslation('codebookPage');
  return (
    <header className="codebook-title" ref={ref} tabIndex={-1}>
      <h1>{t('title')}</h1>
      <p className="number">{facts ? codebookSubtitle(tree, facts.total) : ' '}</p>
      <Introduction />
    </header>
  );
}
