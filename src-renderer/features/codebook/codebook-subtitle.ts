import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeCounts } from '#domain/codebook/document/codebook-document.ts';
import { t } from '#i18n/index.ts';

/**
 * "16 codes in 5 groups, 312 codings by 2 coders". A group is what is given to no passage; a code with others beneath it that is
 * given to passages is a code.
 * @param total null where nothing is to be said of codings
 */
export function codebookSubtitle(tree: CodeTree, total: CodeCounts | null): string {
  const groupCount = tree.rows.filter(({ code }) => !code.isCodable).length;
  const bare = t('common:codes', { count: tree.rows.length - groupCount });
  const groups = t('codebookPage:groups', { count: groupCount });
  const codes = groupCount > 0 ? t('codebookPage:codesInGroups', { codes: bare, groups }) : bare;
  if (!total) return codes;
  return t(total.codings > 0 ? 'codebookPage:subtitle' : 'codebookPage:subtitleUncoded', {
    codes,
    codings: t('common:codings', { count: total.codings }),
    coders: t('codebookPage:coders', { count: total.coders }),
  });
}
