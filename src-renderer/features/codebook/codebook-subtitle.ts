import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { CodeCounts } from '#domain/codebook/document/codebook-document.ts';
import type { Code } from '#domain/project/records.ts';
import { t } from '#i18n/index.ts';

const counted = new WeakMap<CodeTree, number>();

/**
 * Codes as the page, the panel and the status line count them: groups, which are given to no passage, are none. Asked after each
 * change of anything, and counted once for each tree.
 */
export function countCodes(tree: CodeTree): number {
  let count = counted.get(tree);
  if (count === undefined) counted.set(tree, (count = countCodable(tree.codes())));
  return count;
}

/** The same of codes that stand in no tree here: those of a version, or of a colleague's file. */
export function countCodable(codes: readonly Code[]): number {
  return codes.filter(({ isCodable }) => isCodable).length;
}

/**
 * "16 codes in 5 groups, 312 codings by 2 coders". A group is what is given to no passage; a code with others beneath it that is
 * given to passages is a code.
 * @param total null where nothing is to be said of codings
 */
export function codebookSubtitle(tree: CodeTree, total: CodeCounts | null): string {
  const codeCount = countCodes(tree);
  const groupCount = tree.rows.length - codeCount;
  const bare = t('common:codes', { count: codeCount });
  const groups = t('codebookPage:groups', { count: groupCount });
  const codes = groupCount > 0 ? t('codebookPage:codesInGroups', { codes: bare, groups }) : bare;
  if (!total) return codes;
  return t(total.codings > 0 ? 'codebookPage:subtitle' : 'codebookPage:subtitleUncoded', {
    codes,
    codings: t('common:codings', { count: total.codings }),
    coders: t('codebookPage:coders', { count: total.coders }),
  });
}
