import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeCounts } from '#domain/codebook/document/codebook-document.ts';
import { t } from '#i18n/index.ts';

/** "16 codes in 5 groups, 312 codings by 2 coders". A code that has others beneath it is a group. */
export function subtitleOf(tree: CodeTree, total: CodeCounts): string {
  const groups = tree.rows.filter(({ code }) => tree.childrenOf(code.id).length > 0).length;
  const codes = t('common:codes', { count: tree.rows.length });
  return t(total.codings > 0 ? 'codebookPage:subtitle' : 'codebookPage:subtitleUncoded', {
    codes:
      groups > 0
        ? t('codebookPage:codesInGroups', { codes, groups: t('codebookPage:groups', { count: groups }) })
        : codes,
    codings: t('common:codings', { count: total.codings }),
    coders: t('codebookPage:coders', { count: total.coders }),
  });
}
