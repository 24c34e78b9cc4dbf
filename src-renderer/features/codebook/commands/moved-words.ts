import type { CodeTree } from '#domain/codebook/code-tree.ts';
import type { Code, CodeId } from '#domain/project/records.ts';
import { t } from '#i18n/index.ts';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where codes that stand beside one another have come to, in words: “Cost” moved under “Reasons”, 3 of 7. */
export function movedWords(before: CodeTree, after: CodeTree, codes: readonly Code[]): string {
  const [first] = codes;
  if (!first) return '';
  const parentId = after.parentOf(first.id);
  const isElsewhere = codes.some(({ id }) => before.parentOf(id) !== parentId);
  const params = { codes: namesOf(codes), place: placeWords(after, parentId, codes) };
  if (!isElsewhere) return t('codebook:movedHere', params);
  if (parentId === null) return t('codebook:movedToTop', params);
  return t('codebook:movedUnder', { ...params, parent: after.get(parentId)?.name ?? '' });
}

/** Why codes stay where they are. */
export function stuckWords(codes: readonly Code[], direction: Direction): string {
  return t(`codebook:stuck.${direction}`, { codes: namesOf(codes) });
}

function placeWords(tree: CodeTree, parentId: CodeId | null, codes: readonly Code[]): string {
  const family = tree.childrenOf(parentId);
  const at = family.findIndex(({ id }) => id === codes[0]?.id) + 1;
  const total = family.length;
  return codes.length === 1
    ? t('codebook:placeOfOne', { at, total })
    : t('codebook:placeOfSeveral', { from: at, to: at + codes.length - 1, total });
}

function namesOf(codes: readonly Code[]): string {
  const [first] = codes;
  return codes.length === 1 && first
    ? t('common:quoted', { name: first.name })
    : t('common:codes', { count: codes.length });
}
