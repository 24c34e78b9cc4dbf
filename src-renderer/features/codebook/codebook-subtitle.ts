import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeCounts } from '#domain/codebook/document/codebook-document.ts';
import { t } from '#i18n/index.ts';

/**
 * "16 codes in 5 groups, 312 codings by 2 coders". A code that has others beneath it is a group; one that only
 * groups others is no code to whoever reads how many there are.
 * @param total null where nothing is to be said of codings
 */
export function codebookSubtitle(tree: CodeTree, total: CodeCounts | null): string {
  const groupCount = tree.rows.filter(({ code }) => tree.childrenOf(code.id).length > 0).length;
  const bare = t('common:codes', { count: tree.rows.filter(({ code }) => code.isCodable).length });
  const groups = t('codebookPage:groups', { count: groupCount });
  const codes = groupCount > 0 ? t('codebookPage:codesInGroups', { codes: bare, groups }) : bare;
  if (!total) return codes;
  return t(total.codings > 0 ? 'codebookPage:subtitle' : 'codebookPage:subtitleUncoded', {
    codes,
    codings: t('common:codings', { count: total.codings }),
    coders: t('codebookPage:coders', { count: total.coders }),
  });
}
